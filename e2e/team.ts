import { randomBytes } from "node:crypto"
import { Api } from "./api"
import { linkIn, mailWith } from "./mailbox"

type Access = { role: string; grants?: string[] }
export const memberPassword = "four unrelated words"

/** Invites a person to Acme's team; answers who they are and the secret of the invitation in their mail. */
export async function invite(owner: Api, access: Access) {
  const email = `member-${randomBytes(5).toString("hex")}@acme.test`
  const { data } = await owner.post("/team/members", { email, name: "Mona Member", ...access }, { expect: 201 })
  const link = linkIn(await mailWith(email, /^\/invitations\//), /^\/invitations\//)
  return { id: data.id, email, link, token: link.pathname.split("/").at(-1)! }
}

export const join = (host: string, token: string, password = memberPassword) =>
  new Api(host).post<{ email: string }>(`/public/invitations/${token}`, { name: "Mona Member", password })

/** A member of Acme of their own, so that a test can lock them out without locking out others. */
export async function member(owner: Api, access: Access = { role: "manager" }) {
  const { id, email, link, token } = await invite(owner, access)
  const joined = await join(link.host, token)
  if (joined.status !== 200) throw new Error(`joining answers ${joined.status} ${joined.text}`)
  return { id, email }
}
