import { z } from "zod"
import { gate } from "@/db/gate"
import { entrance } from "@/lib/kernel/operation"
import { notFound } from "@/lib/kernel/refusal"
import { siteHost } from "@/lib/platform/env"
import { hashPassword } from "@/lib/platform/passwords"
import { sha256 } from "@/lib/platform/secrets"
import { personName } from "./schema"
import { checkPassword, openSession, requireGoodPassword, spent } from "./writes"

const token = z.string().min(10).max(200)

const invitationOut = z.object({
  about: z.enum(["member", "portal_user"]),
  firmName: z.string(),
  clientName: z.string().nullable(),
  email: z.string(),
  name: z.string(),
  hasPassword: z.boolean(),
  host: z.string(),
})

export const readInvitation = entrance({
  name: "invitations.read",
  summary: "Read an invitation",
  permission: "public:visit",
  rest: "GET /public/invitations/{token}",
  rate: "exempt",
  input: z.strictObject({ token }),
  output: invitationOut,

  async enter({ token }, _visit, through) {
    const found = await through.invitation(sha256(token))
    if (!found) throw notFound("invitation")
    return { ...found, host: siteHost(found.about === "member" ? "firm" : "portal", found.subdomain) }
  },
})

const answer = z.strictObject({ token, name: personName, password: z.string().min(1).max(128) })

/** Uses the invitation up. A person who has an account already proves it with its password; a new one sets one. */
async function accept(
  given: z.output<typeof answer>,
  visit: Parameters<typeof checkPassword>[2],
  through: typeof gate,
) {
  const found = await through.invitation(sha256(given.token))
  if (!found) throw spent()
  if (found.hasPassword) await checkPassword(through, { email: found.email, password: given.password }, visit)
  else requireGoodPassword(given.password)
  const accepted = await through.acceptInvitation(
    sha256(given.token),
    given.name,
    found.hasPassword ? null : await hashPassword(given.password),
  )
  if (!accepted) throw spent()
  return { found, accepted }
}

export const acceptInvitation = entrance({
  name: "invitations.accept",
  summary: "Accept an invitation",
  permission: "public:visit",
  rest: "POST /public/invitations/{token}",
  rate: "public",
  status: 200,
  input: answer,
  output: invitationOut.pick({ about: true, firmName: true, email: true, host: true }),
  async enter(input, visit, through) {
    const { found } = await accept(input, visit, through)
    return { ...found, host: siteHost(found.about === "member" ? "firm" : "portal", found.subdomain) }
  },
})

/** The same in the browser, which is signed in by it when it stands on the right host. */
export const joinByInvitation = entrance({
  name: "invitations.join",
  summary: "Accept an invitation and sign in",
  permission: "public:visit",
  rate: "public",
  input: answer,
  output: z.object({ surface: z.enum(["workspace", "portal"]), secret: z.string(), host: z.string() }),
  async enter(input, visit, through) {
    const { found, accepted } = await accept(input, visit, through)
    const surface = found.about === "member" ? ("workspace" as const) : ("portal" as const)
    const host = siteHost(surface === "workspace" ? "firm" : "portal", found.subdomain)
    const here = visit.site.firm?.id === found.firmId
    const place = {
      surface,
      userId: accepted.userId,
      firm: { id: found.firmId, name: found.firmName, subdomain: found.subdomain },
      client: accepted.clientId ? { id: accepted.clientId, name: found.clientName ?? "" } : null,
      clients: [],
    }
    return { surface, host, secret: here ? await openSession(through, place, visit) : "" }
  },
})
