import { z } from "zod"
import { newId } from "@/db/schema/columns"
import { requireGoodPassword } from "@/lib/domains/access/writes"
import { entrance } from "@/lib/kernel/operation"
import { invalidField, notFound, Refusal } from "@/lib/kernel/refusal"
import { now } from "@/lib/platform/clock"
import { siteHost } from "@/lib/platform/env"
import { hashPassword, verifyPassword } from "@/lib/platform/passwords"
import { sha256 } from "@/lib/platform/secrets"
import { isReserved } from "@/lib/platform/site"
import { newDemoRequest, newSignUp, subdomain } from "./schema"
import { signUpSeconds, signUpSecret } from "./writes"

const taken = () => invalidField("subdomain", "sign-up.refusals.taken")

export const checkSubdomain = entrance({
  name: "signUp.checkSubdomain",
  summary: "Tell whether an address is free for a new firm",
  permission: "public:visit",
  rest: "GET /public/subdomains/{subdomain}",
  rate: "exempt",
  input: z.strictObject({ subdomain }),
  output: z.object({ free: z.boolean() }),
  enter: async ({ subdomain }, _visit, through) => ({
    free: !isReserved(subdomain) && (await through.subdomainFree(subdomain)),
  }),
})

export const signUp = entrance({
  name: "signUp.start",
  summary: "Sign a firm up",
  permission: "public:visit",
  rest: "POST /public/sign-ups",
  rate: "public",
  status: 200,
  input: newSignUp,
  output: z.object({ sent: z.literal(true), email: z.string() }),

  async enter({ password, ...input }, { site }, through) {
    if (site.kind !== "root") throw new Refusal("not_found", { key: "kernel.noSuchPath" })
    requireGoodPassword(password)
    if (isReserved(input.subdomain)) throw taken()
    const keyId = newId()
    const started = await through.startSignUp({
      ...input,
      keyId,
      hash: sha256(signUpSecret(keyId)),
      passwordHash: await hashPassword(password),
      until: new Date(now().getTime() + signUpSeconds * 1000).toISOString(),
      host: site.host,
    })
    if (!started) throw taken()
    return { sent: true as const, email: input.email }
  },
})

const token = z.strictObject({ token: z.string().min(10).max(200) })

export const readSignUp = entrance({
  name: "signUp.read",
  summary: "Read a sign-up that waits for its mail to be opened",
  permission: "public:visit",
  rest: "GET /public/sign-ups/{token}",
  rate: "exempt",
  input: token,
  output: z.object({ firmName: z.string(), host: z.string(), email: z.string() }),
  async enter({ token }, _visit, through) {
    const found = await through.signUp(sha256(token))
    if (!found) throw notFound("invitation")
    return { ...found, host: siteHost("firm", found.subdomain) }
  },
})

/** The link proves the address, the password that the one who opens it is who signed up: a stranger can't plant theirs. */
export const finishSignUp = entrance({
  name: "signUp.finish",
  summary: "Open the firm whose owner's e-mail has been proven",
  permission: "public:visit",
  rest: "POST /public/sign-ups/{token}",
  rate: "public",
  status: 200,
  input: token.extend({ password: z.string().min(1).max(128) }),
  output: z.object({ host: z.string(), email: z.string() }),
  async enter({ token, password }, _visit, through) {
    const found = await through.signUp(sha256(token))
    if (!found) throw new Refusal("conflict", { key: "access.refusals.spent" })
    if (!(await verifyPassword(found.passwordHash, password)))
      throw invalidField("password", "sign-up.refusals.password")
    const made = await through.finishSignUp(sha256(token))
    if (!made) throw new Refusal("conflict", { key: "access.refusals.spent" })
    return { host: siteHost("firm", made.subdomain), email: made.email }
  },
})

export const requestDemo = entrance({
  name: "demoRequests.create",
  summary: "Ask for a demonstration",
  permission: "public:visit",
  rest: "POST /public/demo-requests",
  rate: "public",
  status: 201,
  input: newDemoRequest,
  output: z.object({ id: z.uuid(), received: z.literal(true) }),
  async enter(input, _visit, through) {
    const id = newId()
    await through.requestDemo({ id, ...input })
    return { id, received: true as const }
  },
})
