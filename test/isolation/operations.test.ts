import { randomUUID } from "node:crypto"
import type postgres from "postgres"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { z } from "zod"
import { plantKeys } from "@/db/isolation/contexts"
import { openDatabase } from "@/db/isolation/database"
import { firmOf, plantRows, userOf } from "@/db/isolation/rows"
import { operations } from "@/lib/domains"
import { accessTokens } from "@/lib/kernel/credential"
import { mutation, type Operation, query } from "@/lib/kernel/operation"
import { sha256 } from "@/lib/platform/secrets"
import { type Actor, inspectOperations } from "./inspect"

let owner: postgres.Sql
let close: () => Promise<void>
let actors: Actor[]

beforeAll(async () => {
  process.env.RATE_LIMIT_FACTOR = "10000"
  ;({ owner, close } = await openDatabase(`calls_${randomUUID().slice(0, 8)}`))
  await plantKeys(owner)
  await plantRows(owner)
  actors = [
    { name: "a stranger", headers: {}, role: null, surface: null, owner: null },
    await bearer("the owner of A", "staff-a", "owner", "workspace", "A1"),
    await bearer("a reader of A", await memberKey("readonly"), "readonly", "workspace", "A1"),
    await bearer("staff of A without grants", await memberKey("staff"), "staff", "workspace", "A1"),
    await bearer("client A1", "client-a1", "portal_admin", "portal", "A1"),
    await bearer("an operator", "operator", "operator", "platform", "A1"),
  ]
})
afterAll(() => close())

async function bearer(
  name: string,
  jti: string,
  role: string,
  surface: "workspace" | "portal" | "platform",
  of: "A1" | "B1",
): Promise<Actor> {
  const token = await accessTokens.issue({ jti, sub: "somebody", surface, firm: null })
  return { name, headers: { authorization: `Bearer ${token}` }, role, surface, owner: of }
}

async function memberKey(role: string) {
  const [user, secret] = [userOf(role), `key-${role}`]
  await owner`insert into auth.users (id, email, name) values (${user}, ${`${role}@x.test`}, ${role})`
  await owner`insert into members (firm_id, id, user_id, email, name, role, status, created_at, updated_at)
    values (${firmOf("A1")}, ${randomUUID()}, ${user}, ${`${role}@x.test`}, ${role}, ${role}, 'active', now(), now())`
  await owner`insert into auth.keys (hash, kind, surface, firm_id, user_id, expires_at)
    values (${sha256(secret)}, 'access', 'workspace', ${firmOf("A1")}, ${user}, now() + interval '1 hour')`
  return secret
}

describe("every operation, called as everybody with everybody's ids", () => {
  it("answers to those who may, tells others' rows from nobody's in nothing, and changes nothing it refuses", async () => {
    expect(operations.filter(({ rest }) => rest).length).toBeGreaterThan(60)
    expect(await inspectOperations(operations, actors, owner)).toEqual([])
  }, 300_000)

  const input = z.strictObject({ id: z.uuid() })
  const output = z.object({ found: z.string() })
  const planted: [string, () => Operation, RegExp][] = [
    [
      "reads past row security",
      () =>
        query({
          name: "planted.read",
          summary: "",
          permission: "leads:read",
          rest: "GET /crm/leads/{id}/planted",
          input,
          output,
          run: async ({ id }) => ({
            found: (await owner`select company_name from leads where id = ${id}`)[0]?.company_name ?? "none",
          }),
        }) as unknown as Operation,
      /told apart|their rows/,
    ],
    [
      "fails on what it doesn't find",
      () =>
        query({
          name: "planted.fail",
          summary: "",
          permission: "leads:read",
          rest: "GET /crm/leads/{id}/fail",
          input,
          output,
          run: async () => {
            throw new Error("no such row")
          },
        }) as unknown as Operation,
      /answered 500/,
    ],
    [
      "writes outside of its transaction",
      () =>
        mutation({
          name: "planted.write",
          summary: "",
          permission: "leads:write",
          rest: "POST /crm/leads/{id}/write",
          input,
          output,
          run: async (_input, { record }) => {
            record("lead.planted", { id: randomUUID() })
            await owner`update leads set phone = phone || '1'`
            return { found: "" }
          },
        }) as unknown as Operation,
      /changed rows/,
    ],
  ]
  it.each(planted)("finds one that %s", async (_name, plant, wanted) => {
    expect((await inspectOperations([plant()], actors, owner)).join("\n")).toMatch(wanted)
  })
})
