import { describe, expect, it } from "vitest"
import { verifyAudit } from "@/lib/domains/audit/operations"
import { createClient, listClients } from "@/lib/domains/clients/operations"
import { storage } from "@/lib/platform/storage"
import { anchorAudit } from "@/lib/worker/anchors"
import { aFirm, owner as database } from "../given"
import { limit, report, size } from "./sizes"

type Firm = Awaited<ReturnType<typeof aFirm>>

const seal = () => database`select app.seal_audit()`

/** A firm with so many sealed events. */
async function aTrail(events: number, { anchored = false } = {}) {
  const given = await aFirm()
  await given.owner.does(createClient, { name: "Harbour & Co" })
  await database`insert into audit_events (firm_id, id, at, name, operation, subject_id, actor_kind, actor_name)
    select ${given.firm.id}, gen_random_uuid(), now() + n * interval '1 millisecond', 'client.updated', 'clients.update', gen_random_uuid(), 'member', 'Test'
      from generate_series(2, ${events}) n`
  await seal()
  if (anchored) await anchorAudit()
  return given
}

/** What a superuser does who means to leave no trace: triggers and keys don't hold them. */
const behindItsBack = ({ firm }: Firm, ...statements: string[]) =>
  database.begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    for (const statement of statements) await tx.unsafe(statement.replaceAll("$firm", `'${firm.id}'`))
  })
const seq = (n: number) => `(select event_id from audit_seals where firm_id = $firm and seq = ${n})`
const verdict = ({ owner }: Firm) => owner.does(verifyAudit, {})

describe("D6 the audit trail", () => {
  it("D6 verifies, thousands of entries in well under a second", { timeout: limit() }, async () => {
    const events = size(4_000, 200_000)
    const given = await aTrail(events, { anchored: true })
    const from = performance.now()
    expect(await verdict(given)).toMatchObject({ intact: true, sealed: events, unsealed: 0, brokenAt: null })
    const ms = performance.now() - from
    report("D6", { events, "verified in ms": Math.round(ms), "events/s": Math.round((events / ms) * 1000) })
  })

  const attacks: Record<string, { statements: string[]; brokenAt: number }> = {
    "an entry changed": {
      statements: [`update audit_events set actor_name = 'Somebody else' where firm_id = $firm and id = ${seq(5)}`],
      brokenAt: 5,
    },
    "an entry deleted": {
      statements: [`delete from audit_events where firm_id = $firm and id = ${seq(5)}`],
      brokenAt: 5,
    },
    "an entry and its seal deleted": {
      statements: [
        `delete from audit_events where firm_id = $firm and id = ${seq(5)}`,
        "delete from audit_seals where firm_id = $firm and seq = 5",
      ],
      brokenAt: 6,
    },
    "the last seals cut off": {
      statements: ["delete from audit_seals where firm_id = $firm and seq > 7"],
      brokenAt: 8,
    },
    "the last entries and seals cut off": {
      statements: [
        "delete from audit_events where firm_id = $firm and id in (select event_id from audit_seals where firm_id = $firm and seq > 7)",
        "delete from audit_seals where firm_id = $firm and seq > 7",
        "update app.audit_heads set seq = 7 where firm_id = $firm",
      ],
      brokenAt: 10,
    },
    "everything deleted": {
      statements: [
        "delete from audit_events where firm_id = $firm",
        "delete from audit_seals where firm_id = $firm",
        "delete from app.audit_heads where firm_id = $firm",
      ],
      brokenAt: 10,
    },
  }

  it.each(Object.entries(attacks))("D6 shows it when a superuser had %s", async (_, { statements, brokenAt }) => {
    const given = await aTrail(10, { anchored: true })
    expect(await verdict(given)).toMatchObject({ intact: true, sealed: 10 })
    await behindItsBack(given, ...statements)
    expect(await verdict(given)).toMatchObject({ intact: false, brokenAt })
  })

  it("D6 shows it when the whole chain was written anew, and doesn't cover it up with a newer anchor", async () => {
    const given = await aTrail(10, { anchored: true })
    await behindItsBack(
      given,
      `delete from audit_events where firm_id = $firm and id = ${seq(9)}`,
      "delete from audit_seals where firm_id = $firm",
      "delete from app.audit_heads where firm_id = $firm",
      "insert into app.audit_pending select firm_id, id from audit_events where firm_id = $firm",
    )
    await seal()
    const forged = { intact: false, sealed: 9, unsealed: 0, brokenAt: 10 }
    expect(await verdict(given)).toMatchObject(forged)
    await given.owner.does(createClient, { name: "Another" })
    await seal()
    await anchorAudit()
    expect(await verdict(given)).toMatchObject({ intact: false, sealed: 10, brokenAt: 10 })
  })

  it("D6 shows it when the anchor itself was forged", async () => {
    const given = await aTrail(10, { anchored: true })
    const anchor = { firmId: given.firm.id, seq: 3, hash: "00", at: new Date().toISOString(), signature: "mine" }
    await storage().put(`${given.firm.id}/audit/anchor.json`, Buffer.from(JSON.stringify(anchor)), {
      contentType: "application/json",
    })
    expect(await verdict(given)).toMatchObject({ intact: false, anchoredAt: null })
  })

  it("D6 control: without the anchor a tail that was cut goes unnoticed", async () => {
    const given = await aTrail(10)
    await behindItsBack(given, ...attacks["the last entries and seals cut off"]!.statements)
    expect(await verdict(given)).toMatchObject({ intact: true, sealed: 7, anchoredAt: null })
  })
})

describe("D6 an audit entry that can't be written", () => {
  it("D6 takes the action with it; control: the same action is done once it can", async () => {
    const { firm, owner } = await aFirm()
    const name = `mute_${firm.subdomain.replaceAll("-", "_")}`
    await database.unsafe(`create function ${name}() returns trigger language plpgsql as $$ begin raise exception 'disk full' using errcode = '53100'; end $$;
      create trigger ${name} before insert on audit_events for each row when (new.firm_id = '${firm.id}') execute function ${name}()`)
    await expect(owner.does(createClient, { name: "Harbour & Co" })).rejects.toThrow()
    expect((await owner.does(listClients, {})).count).toBe(0)
    await database.unsafe(`drop trigger ${name} on audit_events; drop function ${name}()`)
    await owner.does(createClient, { name: "Harbour & Co" })
    expect((await owner.does(listClients, {})).count).toBe(1)
  })
})
