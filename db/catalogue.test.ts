import { afterAll, describe, expect, it } from "vitest"
import { owner } from "@/test/given"
import { inspect } from "./catalogue"

/** Plants a fault in a transaction of its own, looks, and takes it away again. */
async function withPlanted<T>(statements: string[], look: (sql: typeof owner) => Promise<T>): Promise<T> {
  let seen: T | undefined
  await owner
    .begin(async (sql) => {
      for (const statement of statements) await sql.unsafe(statement)
      seen = await look(sql as unknown as typeof owner)
      throw new Error("take it away")
    })
    .catch((error: Error) => {
      if (error.message !== "take it away") throw error
    })
  return seen!
}

describe("the catalogue", () => {
  afterAll(() => owner.end())

  it("holds nothing that lets one firm see another's rows", async () => {
    expect(await inspect(owner)).toEqual([])
  })

  it.each<[string, string[], { rule: string; what: unknown }]>([
    [
      "a table without row security",
      ["create table leaky (firm_id uuid not null, id uuid)"],
      { rule: "row security is forced", what: "leaky" },
    ],
    [
      "row security that the owner escapes",
      ["alter table leads no force row level security"],
      { rule: "row security is forced", what: "leads" },
    ],
    [
      "a table of nobody",
      ["create table stray (id uuid primary key)"],
      { rule: "every row belongs to a firm", what: "stray" },
    ],
    [
      "a policy for everyone",
      ["create policy all_of_it on leads using (true)"],
      { rule: "policies name their roles", what: "leads.all_of_it" },
    ],
    [
      "a policy without the firm",
      ["create policy open on notes for select to app_portal using (true)"],
      { rule: "policies hold to the firm", what: "notes.open" },
    ],
    [
      "a second policy beside the first",
      [
        "create policy more on leads to app_firm using (firm_id = current_setting('app.firm_id')::uuid) with check (firm_id = current_setting('app.firm_id')::uuid)",
      ],
      { rule: "one policy for each role and command", what: "leads: app_firm ALL" },
    ],
    [
      "a foreign key across firms",
      [
        "create unique index on notes (id)",
        "alter table comments add note_id uuid",
        "alter table comments add constraint crossing foreign key (note_id) references notes (id)",
      ],
      { rule: "foreign keys carry the firm", what: "crossing" },
    ],
    [
      "a global unique key",
      ["create unique index telling on leads (id)"],
      { rule: "keys and indexes start with the firm", what: "telling" },
    ],
    [
      "an enum",
      ["create type mood as enum ('a')"],
      { rule: "no enums: they cost the index under row security", what: "mood" },
    ],
    [
      "a definer function with an open path",
      ["create function app.risky() returns int language sql security definer as 'select 1'"],
      { rule: "definer functions fix their search path", what: "app.risky()" },
    ],
    [
      "a view that reads as a superuser",
      ["create view app.all_leads as select * from leads"],
      { rule: "views run as their reader or as the metadata role", what: "app.all_leads" },
    ],
    [
      "a login that bypasses",
      ["alter role app_portal bypassrls"],
      { rule: "logins can't bypass row security", what: "app_portal" },
    ],
    [
      "keys that can be read",
      ["grant select on auth.keys to app_firm"],
      { rule: "only the gate's roles touch the keys", what: "app_firm on auth.keys" },
    ],
    [
      "a right to truncate",
      ["grant truncate on leads to app_firm"],
      { rule: "nobody truncates", what: "app_firm on leads" },
    ],
    [
      "a way to name any firm",
      ["grant execute on function pg_catalog.set_config(text, text, boolean) to app_firm"],
      { rule: "only the gate says which firm it is", what: "app_firm" },
    ],
  ])("is told apart from one with %s", async (_name, statements, finding) => {
    expect(await withPlanted(statements, inspect)).toContainEqual(finding)
  })
})
