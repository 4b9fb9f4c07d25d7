import { sql } from "drizzle-orm"
import { z } from "zod"
import { accessTokens } from "@/lib/kernel/credential"
import { email, id } from "@/lib/kernel/fields"
import { entrance, mutation, query } from "@/lib/kernel/operation"
import { notFound, Refusal } from "@/lib/kernel/refusal"
import { hashPassword } from "@/lib/platform/passwords"
import { newSecret, sha256 } from "@/lib/platform/secrets"
import { after, lifetimes, resetSecret } from "./rules"
import { credentials, meOut, newPassword, sessionOut, tokensOut } from "./schema"
import { checkPassword, openSession, openTokens, placeOf, requireGoodPassword, spent } from "./writes"

export const login = entrance({
  name: "auth.login",
  summary: "Sign in with e-mail and password",
  permission: "public:visit",
  rest: "POST /auth/login",
  rate: "signIn",
  status: 200,
  input: credentials,
  output: tokensOut,

  async enter(input, visit, through) {
    const person = await checkPassword(through, input, visit)
    const place = await placeOf(through, person, visit, input.clientId)
    const { access, refresh } = await openTokens(through, place, visit)
    const { surface, firm, client, clients } = place
    return {
      accessToken: await accessTokens.issue({ jti: access, sub: person.userId, surface, firm: firm?.id ?? null }),
      refreshToken: refresh,
      tokenType: "Bearer" as const,
      expiresIn: lifetimes.access,
      firm,
      ...(surface === "portal" && { client, clients }),
    }
  },
})

/** The browser's way in: its session is a secret in a host-only cookie, which never travels through the API. */
export const signIn = entrance({
  name: "auth.signIn",
  summary: "Start a browser session",
  permission: "public:visit",
  rate: "signIn",
  input: credentials,
  output: z.object({
    surface: z.enum(["workspace", "portal", "platform"]),
    secret: z.string(),
    subdomain: z.string().nullable(),
  }),

  async enter(input, visit, through) {
    const person = await checkPassword(through, input, visit)
    const place = await placeOf(through, person, visit, input.clientId)
    // From the root host a firm's member is led to the firm's own host: sessions never leave theirs.
    const elsewhere = visit.site.kind === "root" && place.surface === "workspace"
    const secret = elsewhere ? "" : await openSession(through, place, visit)
    return { surface: place.surface, secret, subdomain: elsewhere ? place.firm!.subdomain : null }
  },
})

export const refreshTokens = entrance({
  name: "auth.refresh",
  summary: "Exchange a refresh token for new tokens",
  permission: "public:visit",
  rest: "POST /auth/refresh",
  rate: "exempt",
  status: 200,
  input: z.strictObject({ refreshToken: z.string().min(10).max(200) }),
  output: tokensOut.omit({ client: true, clients: true, firm: true }),

  async enter({ refreshToken }, _visit, through) {
    const [access, refresh] = [newSecret(), newSecret("cpr_")]
    const turned = await through.rotate({
      old: sha256(refreshToken),
      refresh: sha256(refresh),
      access: sha256(access),
      refreshUntil: after(lifetimes.refresh),
      accessUntil: after(lifetimes.access),
    })
    if (!turned) throw new Refusal("unauthenticated", { key: "access.refusals.refresh" })
    return {
      accessToken: await accessTokens.issue({
        jti: access,
        sub: turned.userId,
        surface: turned.surface,
        firm: turned.firmId,
      }),
      refreshToken: refresh,
      tokenType: "Bearer" as const,
      expiresIn: lifetimes.access,
    }
  },
})

export const logout = mutation({
  name: "auth.logout",
  summary: "Sign out",
  permission: "self:use",
  rest: "POST /auth/logout",
  rate: "exempt",
  status: 200,
  input: z.strictObject({}),
  output: z.object({ signedOut: z.boolean() }),
  async run(_input, { db, actor }) {
    await db.execute(sql`select auth.end_my_session(${actor.keyId}::uuid)`)
    return { signedOut: true }
  },
})

export const me = query({
  name: "auth.me",
  summary: "Who is signed in, and what they may do",
  permission: "self:use",
  rest: "GET /auth/me",
  input: z.strictObject({}),
  output: meOut,
  run: async (_input, { actor }) => ({
    id: actor.id,
    name: actor.name,
    email: actor.email,
    role: actor.role,
    surface: actor.surface,
    permissions: [...actor.permissions],
    firm: actor.firmId ? { id: actor.firmId, name: actor.firmName } : null,
    clientId: actor.clientId,
    locale: actor.locale,
    timeZone: actor.timeZone,
    currency: actor.currency,
    approvesTime: actor.approvesTime,
  }),
})

export const listSessions = query({
  name: "auth.sessions",
  summary: "List the sessions of the person signed in",
  permission: "self:use",
  rest: "GET /auth/sessions",
  input: z.strictObject({}),
  output: z.object({ sessions: z.array(sessionOut) }),
  async run(_input, { db }) {
    const rows = await db.execute<Record<string, string | boolean | null>>(sql`
      select id, kind, to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "createdAt",
        to_char(last_used_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "lastUsedAt",
        ip, user_agent as "userAgent", current from auth.my_sessions()`)
    return { sessions: rows as unknown as z.input<typeof sessionOut>[] }
  },
})

export const endSession = mutation({
  name: "auth.endSession",
  summary: "End one session",
  permission: "self:use",
  rest: "DELETE /auth/sessions/{id}",
  status: 204,
  input: z.strictObject({ id }),
  output: z.object({}),
  async run({ id }, { db }) {
    const [row] = await db.execute<{ ended: boolean }>(sql`select auth.end_my_session(${id}::uuid) as ended`)
    if (!row?.ended) throw notFound("session")
    return {}
  },
})

export const signOutEverywhere = mutation({
  name: "auth.signOutEverywhere",
  summary: "End every session of the person signed in",
  permission: "self:use",
  rest: "POST /auth/sign-out-everywhere",
  status: 200,
  input: z.strictObject({}),
  output: z.object({ ended: z.int() }),
  async run(_input, { db }) {
    const [row] = await db.execute<{ ended: number }>(sql`select auth.end_all_my_sessions() as ended`)
    return { ended: row!.ended }
  },
})

export const requestReset = entrance({
  name: "auth.requestReset",
  summary: "Ask for a link to set a new password",
  permission: "public:visit",
  rest: "POST /auth/request-reset",
  rate: "public",
  status: 200,
  input: z.strictObject({ email }),
  output: z.object({ sent: z.literal(true) }),

  // The same answer in the same time for everybody: the mail is the queue's work.
  async enter(input, { site }, through) {
    const keyId = crypto.randomUUID()
    await through.startReset(input.email, keyId, sha256(resetSecret(keyId)), after(lifetimes.reset), site.host)
    return { sent: true as const }
  },
})

export const reset = entrance({
  name: "auth.reset",
  summary: "Set a new password with the link from the mail",
  permission: "public:visit",
  rest: "POST /auth/reset",
  rate: "public",
  status: 200,
  input: z.strictObject({ token: z.string().max(200), password: newPassword }),
  output: z.object({ done: z.literal(true) }),

  async enter({ token, password }, _visit, through) {
    requireGoodPassword(password)
    if (!(await through.finishReset(sha256(token), await hashPassword(password)))) throw spent()
    return { done: true as const }
  },
})
