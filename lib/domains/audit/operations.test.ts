import { describe, expect, it } from "vitest"
import { createClient, updateClient } from "@/lib/domains/clients/operations"
import { aFirm, owner as database } from "@/test/given"
import { listAuditEvents, readTimeline, verifyAudit } from "./operations"

const seal = () => database`select app.seal_audit()`

describe("the audit trail", () => {
  it("is searched by what happened and who did it, and filtered by person, event and record", async () => {
    const { owner, member } = await aFirm()
    const admin = await member("admin")
    const client = await owner.does(createClient, { name: "Northwind" })
    await admin.does(updateClient, { id: client.id, phone: "1", email: "a@northwind.test" })

    const { items } = await owner.does(listAuditEvents, {})
    expect(items.map(({ name }) => name)).toEqual(["client.updated", "client.created"])
    expect(items[0]).toMatchObject({ fields: ["email", "phone"], actorId: admin.id, operation: "clients.update" })
    expect(JSON.stringify(items)).not.toContain("northwind.test")
    const count = async (filter: object) => (await owner.does(listAuditEvents, filter)).count
    expect(await count({ q: "created OWNER" })).toBe(1)
    expect(await count({ actorId: admin.id })).toBe(1)
    expect(await count({ name: "client.created" })).toBe(1)
    expect(await count({ subjectId: client.id })).toBe(2)
    expect(await count({ subjectId: crypto.randomUUID() })).toBe(0)
  })

  it("is sealed as a chain that shows when an entry was changed behind its back", async () => {
    const { firm, owner } = await aFirm()
    await owner.does(createClient, { name: "Northwind" })
    await owner.does(createClient, { name: "Globex" })
    expect(await owner.does(verifyAudit, {})).toMatchObject({ intact: true, sealed: 0, unsealed: 2 })
    await seal()
    expect(await owner.does(verifyAudit, {})).toMatchObject({ intact: true, sealed: 2, unsealed: 0, brokenAt: null })

    await database.begin(async (sql) => {
      await sql`alter table audit_events disable trigger append_only`
      await sql`update audit_events set actor_name = 'Somebody else' where firm_id = ${firm.id}
        and id = (select event_id from audit_seals where firm_id = ${firm.id} and seq = 2)`
      await sql`alter table audit_events enable trigger append_only`
    })
    expect(await owner.does(verifyAudit, {})).toMatchObject({ intact: false, brokenAt: 2 })
  })

  it("shows nothing of another firm, and is not for viewers; a record's history is", async () => {
    const [ours, theirs] = [await aFirm(), await aFirm()]
    const client = await ours.owner.does(createClient, { name: "Northwind" })
    expect((await theirs.owner.does(listAuditEvents, { subjectId: client.id })).count).toBe(0)
    expect((await theirs.owner.does(readTimeline, { subjectId: client.id })).events).toEqual([])
    const viewer = await ours.member("readonly")
    await expect(viewer.does(listAuditEvents, {})).rejects.toMatchObject({ code: "forbidden" })
    await expect(viewer.does(verifyAudit, {})).rejects.toMatchObject({ code: "forbidden" })
    expect((await viewer.does(readTimeline, { subjectId: client.id })).events).toMatchObject([
      { name: "client.created" },
    ])
    const staff = await ours.member("staff")
    await expect(staff.does(readTimeline, { subjectId: client.id })).rejects.toMatchObject({ code: "forbidden" })
  })
})
