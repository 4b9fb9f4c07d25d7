import { describe, expect, it } from "vitest"
import type { HostFirm } from "@/db/gate"
import { listClients, updateClient } from "@/lib/domains/clients/operations"
import { readOverview } from "@/lib/domains/home/operations"
import { createInvoice } from "@/lib/domains/invoices/operations/drafts"
import { createInvoiceFromTime } from "@/lib/domains/invoices/time/operations"
import { deleteLead, listLeads } from "@/lib/domains/leads/operations/leads"
import { listProjects } from "@/lib/domains/projects/operations"
import { sendProposal } from "@/lib/domains/proposals/operations/deciding"
import { listProposals, readProposal, updateProposal } from "@/lib/domains/proposals/operations/editing"
import { convertProspect, listProspects } from "@/lib/domains/prospects/operations"
import { createTimeEntry, listTimeEntries } from "@/lib/domains/time/operations/entries"
import { today } from "@/lib/platform/clock"
import { aProposal, aSentProposal } from "@/test/crm"
import { anInvoice, aProject, worked } from "@/test/finance"
import { aFirm, owner as database, eventsOf, queuedFor, type Somebody } from "@/test/given"
import { addSampleData, readSampleData, removeSampleData } from "./operations"

const all = {
  count: 22,
  kinds: [
    { kind: "lead", count: 3 },
    { kind: "prospect", count: 2 },
    { kind: "proposal", count: 1 },
    { kind: "client", count: 2 },
    { kind: "contact", count: 3 },
    { kind: "note", count: 2 },
    { kind: "project", count: 1 },
    { kind: "task", count: 4 },
    { kind: "timeEntry", count: 4 },
  ],
  kept: [],
  offered: false,
}

/** The ids of every row that a firm has, table by table, apart from the trail and what waits to be done. */
async function everything(firm: HostFirm) {
  const tables = await database<{ name: string }[]>`select c.table_name as name from information_schema.columns c
    where c.table_schema = 'public' and c.column_name = 'firm_id' and c.table_name not in ('audit_events', 'audit_seals') order by 1`
  const found: Record<string, string[]> = {}
  for (const { name } of tables) {
    const rows = await database.unsafe(`select t::text as row from public.${name} t where firm_id = $1 order by 1`, [
      firm.id,
    ])
    if (rows.length > 0) found[name] = rows.map(({ row }) => row)
  }
  return found
}

const first = async <Row>(answer: Promise<{ items: Row[] }>) => (await answer).items[0]!
const named = (kept: { name: string }[]) => kept.map(({ name }) => name).sort()
const bakery = "Harbor Lane Bakery (sample)"

describe("adding sample data", () => {
  it("fills an empty firm with what can be looked at, and nothing follows from it", async () => {
    const { firm, owner } = await aFirm()
    expect(await owner.does(readSampleData, {})).toEqual({ count: 0, kinds: [], kept: [], offered: true })
    expect(await owner.does(addSampleData, {})).toEqual(all)
    expect(await owner.does(readSampleData, {})).toEqual(all)

    expect(await owner.does(readOverview, {})).toMatchObject({
      newLeads: 1,
      proposals: [],
      activeProjects: 1,
      myTasks: { open: 3, overdue: 0 },
      unbilled: { hours: "7.25", amounts: [{ currency: "USD", amount: "870.00", count: 3 }] },
      receivables: [],
    })
    const draft = await first(owner.does(listProposals, {}))
    expect(draft).toMatchObject({ number: "SAMPLE", status: "draft", total: "5100.00" })

    expect((await eventsOf(firm)).map(({ name }) => name)).toEqual(["samples.added"])
    expect((await queuedFor(firm)).map(({ task, payload }) => [task, payload.name])).toEqual([
      ["event", "samples.added"],
    ])
    const [{ mails, numbers, invited }] = await database<[{ mails: number; numbers: number; invited: number }]>`select
      (select count(*)::int from mails where firm_id = ${firm.id}) as mails,
      (select count(*)::int from number_series where firm_id = ${firm.id}) as numbers,
      (select count(*)::int from portal_users where firm_id = ${firm.id}) as invited`
    expect({ mails, numbers, invited }).toEqual({ mails: 0, numbers: 0, invited: 0 })
  })

  it("happens once, however often it is asked for", async () => {
    const { firm, owner } = await aFirm()
    const answers = await Promise.all([owner.does(addSampleData, {}), owner.does(addSampleData, {})])
    expect(answers).toEqual([all, all])
    expect((await eventsOf(firm)).map(({ name }) => name)).toEqual(["samples.added"])
  })

  it("is refused where it would mix with real work, and to those who don't manage the firm", async () => {
    const selling = await aFirm()
    await aSentProposal(selling.owner)
    await expect(selling.owner.does(addSampleData, {})).rejects.toMatchObject({ code: "conflict" })
    const billing = await aFirm()
    await anInvoice(billing.owner)
    await expect(billing.owner.does(addSampleData, {})).rejects.toMatchObject({ code: "conflict" })

    const { owner, member } = await aFirm()
    const manager = await member("manager")
    await expect(manager.does(addSampleData, {})).rejects.toMatchObject({ code: "forbidden" })
    await owner.does(addSampleData, {})
    await expect(manager.does(removeSampleData, {})).rejects.toMatchObject({ code: "forbidden" })
    expect(await owner.does(readSampleData, {})).toEqual(all)
  })
})

describe("removing sample data", () => {
  it("takes away exactly what was added, of this firm alone", async () => {
    const [ours, theirs] = [await aFirm(), await aFirm()]
    await aProposal(ours.owner)
    await worked(ours.owner, await aProject(ours.owner), { hours: "1" })
    await theirs.owner.does(addSampleData, {})
    const before = [await everything(ours.firm), await everything(theirs.firm)]

    await ours.owner.does(addSampleData, {})
    expect(await everything(ours.firm)).not.toEqual(before[0])
    expect(await ours.owner.does(removeSampleData, {})).toEqual({ removed: 22, kept: [] })
    const after = [await everything(ours.firm), await everything(theirs.firm)]
    expect(after).toEqual(before)
    expect(await theirs.owner.does(readSampleData, {})).toEqual(all)
  })

  it("is harmless a second time, also at once, and the samples can be had again", async () => {
    const { firm, owner } = await aFirm()
    await owner.does(addSampleData, {})
    const answers = await Promise.all([owner.does(removeSampleData, {}), owner.does(removeSampleData, {})])
    expect(answers.map(({ removed }) => removed).sort()).toEqual([0, 22])
    expect(await owner.does(removeSampleData, {})).toEqual({ removed: 0, kept: [] })
    expect((await eventsOf(firm)).map(({ name }) => name)).toEqual(["samples.added", "samples.removed"])
    expect(await owner.does(addSampleData, {})).toEqual(all)
  })

  it("leaves out what somebody has deleted already", async () => {
    const { owner } = await aFirm()
    await owner.does(addSampleData, {})
    await owner.does(deleteLead, { id: (await first(owner.does(listLeads, {}))).id })
    expect(await owner.does(readSampleData, {})).toMatchObject({ count: 21 })
    expect(await owner.does(removeSampleData, {})).toEqual({ removed: 21, kept: [] })
  })

  it("keeps a proposal that was sent, with a real number, and whom it is for", async () => {
    const { owner } = await aFirm()
    await owner.does(addSampleData, {})
    const draft = await first(owner.does(listProposals, {}))
    const sent = await owner.does(sendProposal, { id: draft.id })
    expect(sent.number).toMatch(/^P-\d{4}-0001$/)
    expect((await owner.does(readOverview, {})).firstSteps).toMatchObject({ proposal: false, sent: false })

    const { removed, kept } = await owner.does(removeSampleData, {})
    expect(removed).toBe(20)
    expect(named(kept)).toEqual(["Finance function for a growing practice (sample)", "Marlow Architects (sample)"])
    expect(await owner.does(readProposal, { id: draft.id })).toMatchObject({ status: "sent", total: "5100.00" })
    // It is the firm's own now: it counts, and is not offered for removal again.
    expect(await owner.does(readSampleData, {})).toEqual({ count: 0, kinds: [], kept, offered: false })
    expect((await owner.does(readOverview, {})).firstSteps).toMatchObject({
      prospect: true,
      proposal: true,
      sent: true,
    })
    expect(await owner.does(removeSampleData, {})).toEqual({ removed: 0, kept: [] })
  })

  it("never takes away what is being made real at the same moment", async () => {
    for (let turn = 0; turn < 5; turn++) {
      const { owner } = await aFirm()
      await owner.does(addSampleData, {})
      const draft = await first(owner.does(listProposals, {}))
      const [sent, removed] = await Promise.allSettled([
        owner.does(sendProposal, { id: draft.id }),
        owner.does(removeSampleData, {}),
      ])
      const { items } = await owner.does(listProposals, {})
      expect(removed.status).toBe("fulfilled")
      expect(items.map(({ status }) => status)).toEqual(sent.status === "fulfilled" ? ["sent"] : [])
    }
  })

  it("keeps a client with an invoice, and everybody and everything noted of it", async () => {
    const { owner } = await aFirm()
    await owner.does(addSampleData, {})
    const { items } = await owner.does(listClients, { q: "Harbor" })
    await owner.does(createInvoice, { clientId: items[0]!.id, lines: [{ description: "Advice", unitPrice: "10" }] })
    const { removed, kept } = await owner.does(removeSampleData, {})
    expect(kept.map(({ kind }) => kind).sort()).toEqual(["client", "contact", "contact", "note"])
    expect(named(kept)).toContain(bakery)
    expect(removed).toBe(18)
    expect((await owner.does(listProjects, {})).count).toBe(0)
  })

  it("keeps hours that are on an invoice, and what they were worked on", async () => {
    const { owner } = await aFirm()
    await owner.does(addSampleData, {})
    const { id: projectId, clientId } = await first(owner.does(listProjects, {}))
    const draft = await owner.does(createInvoiceFromTime, { clientId, projectId })
    expect(draft).toMatchObject({ total: "870.00" })
    const { kept } = await owner.does(removeSampleData, {})
    const count = (kind: string) => kept.filter((one) => one.kind === kind).length
    expect([count("timeEntry"), count("project"), count("client"), count("task")]).toEqual([3, 1, 1, 2])
  })

  it("keeps a project with somebody's time and that time, but not the time that was made up", async () => {
    const { owner, member } = await aFirm()
    await owner.does(addSampleData, {})
    const project = await first(owner.does(listProjects, {}))
    const maya = await member("manager")
    const real = { projectId: project.id, date: today(), hours: "1", description: "Real work" }
    const entry = await maya.does(createTimeEntry, real)
    const { kept } = await owner.does(removeSampleData, {})
    expect(named(kept)).toEqual(expect.arrayContaining(["Bookkeeping clean-up (sample)", bakery]))
    expect(kept.map(({ kind }) => kind)).not.toContain("timeEntry")
    expect((await owner.does(listTimeEntries, {})).items.map(({ id }) => id)).toEqual([entry.id])
  })

  it("keeps what became a client, and what was given another name", async () => {
    const { owner } = await aFirm()
    await owner.does(addSampleData, {})
    const [won] = (await owner.does(listProspects, { q: "Copperfield" })).items
    await owner.does(convertProspect, { id: won!.id })
    const [sorrel] = (await owner.does(listClients, { q: "Sorrel" })).items
    await owner.does(updateClient, { id: sorrel!.id, name: "A real client" })
    const draft = await first(owner.does(listProposals, {}))
    await owner.does(updateProposal, { id: draft.id, title: "A real offer" })

    const { kept } = await owner.does(removeSampleData, {})
    expect(kept.map(({ id }) => id)).toEqual(expect.arrayContaining([won!.id, sorrel!.id, draft.id]))
    expect(named(kept)).toEqual(expect.arrayContaining(["Elif Finch", "Marlow Architects (sample)"]))
    expect((await owner.does(readProposal, { id: draft.id })).number).toMatch(/^P-\d{4}-0001$/)
    expect(await clientNames(owner)).toEqual(["A real client", "Copperfield Books (sample)"])
  })
})

const clientNames = async (owner: Somebody) => (await owner.does(listClients, {})).items.map(({ name }) => name)
