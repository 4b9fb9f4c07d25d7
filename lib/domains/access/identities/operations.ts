import { sql } from "drizzle-orm"
import { z } from "zod"
import { mutation, query } from "@/lib/kernel/operation"
import { conflict } from "@/lib/kernel/refusal"
import { providerOfIssuer } from "@/lib/platform/identity-providers"
import { bindHashOf, linkTickets } from "./rules"
import { identityOut, providerName } from "./schema"

type Row = { issuer: string; since: string }

export const listIdentities = query({
  name: "auth.identities",
  summary: "List the Google and Microsoft accounts that sign the person in",
  permission: "self:use",
  input: z.strictObject({}),
  output: z.object({ identities: z.array(identityOut) }),
  async run(_input, { db }) {
    const rows =
      await db.execute<Row>(sql`select issuer, to_char(since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as since
      from auth.my_identities()`)
    return { identities: rows.map(({ issuer, since }) => ({ provider: providerOfIssuer(issuer), since })) }
  },
})

export const linkIdentity = mutation({
  name: "auth.linkIdentity",
  summary: "Sign in with a Google or Microsoft account from now on",
  permission: "self:use",
  input: z.strictObject({ ticket: z.string().max(4000), bind: z.string().max(200) }),
  output: z.object({ provider: providerName }),
  async run({ ticket, bind }, { db, actor, visit, record }) {
    const held = await linkTickets.read(ticket)
    if (!held || held.bind !== bindHashOf(bind) || held.host !== visit.site.host)
      throw conflict("access.oidc.problems.spent")
    const [row] = await db.execute<{ mine: boolean }>(
      sql`select auth.link_my_identity(${held.issuer}, ${held.subject}) as mine`,
    )
    if (!row?.mine) throw conflict("access.oidc.problems.taken")
    record("identity.linked", { id: actor.id!, clientId: actor.clientId })
    return { provider: providerOfIssuer(held.issuer) }
  },
})

export const unlinkIdentity = mutation({
  name: "auth.unlinkIdentity",
  summary: "No longer sign in with a Google or Microsoft account",
  permission: "self:use",
  mayDoNothing: true,
  input: z.strictObject({ provider: providerName }),
  output: z.object({ unlinked: z.int() }),
  async run({ provider }, { db, actor, record }) {
    const rows = await db.execute<Row>(sql`select issuer from auth.my_identities()`)
    const issuers = rows.map(({ issuer }) => issuer).filter((issuer) => providerOfIssuer(issuer) === provider)
    for (const issuer of issuers) await db.execute(sql`select auth.unlink_my_identity(${issuer})`)
    if (issuers.length > 0) record("identity.unlinked", { id: actor.id!, clientId: actor.clientId })
    return { unlinked: issuers.length }
  },
})
