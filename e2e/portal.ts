import { Api } from "./api"
import { linkIn, mailWith } from "./mailbox"
import { hosts } from "./surroundings"
import type { Buyer } from "./walk"

export const clientPassword = "correct horse battery"

/** Follows the invitation in the client's mail, by API, and signs in to the portal. */
export async function joinPortal({ email, contactName }: Buyer) {
  const link = linkIn(await mailWith(email, /^\/invitations\//), /^\/invitations\//)
  const token = link.pathname.split("/").at(-1)!
  const guest = new Api(link.host)
  await guest.post(`/public/invitations/${token}`, { name: contactName, password: clientPassword }, { expect: 200 })
  return Api.signIn("portal", email, clientPassword)
}

export const portalHost = hosts.portal
