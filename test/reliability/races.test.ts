import { eq } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { z } from "zod"
import { invoices } from "@/db/schema"
import { createClient, listClients } from "@/lib/domains/clients/operations"
import { recordPayment } from "@/lib/domains/payments/operations"
import { receivePayment } from "@/lib/domains/payments/writes"
import { acceptOnBehalf, convertProposal } from "@/lib/domains/proposals/operations/deciding"
import { mutation } from "@/lib/kernel/operation"
import { aSentProposal } from "../crm"
import { anInvoice, balances } from "../finance"
import { aFirm, owner as database } from "../given"
import { limit, report, size } from "./sizes"

type Firm = Awaited<ReturnType<typeof aFirm>>
const many = 64
const atOnce = (work: (lane: number) => Promise<unknown>) =>
  Promise.allSettled(Array.from({ length: many }, (_, lane) => work(lane)))

/** What came of a firm's proposals, in numbers. */
async function madeIn({ firm }: Firm) {
  const [made] = await database<Record<string, number>[]>`select
    (select count(*)::int from clients where firm_id = ${firm.id}) as clients,
    (select count(*)::int from acceptances where firm_id = ${firm.id}) as acceptances,
    (select count(*)::int from contracts where firm_id = ${firm.id}) as contracts,
    (select count(*)::int from engagements where firm_id = ${firm.id}) as engagements,
    (select count(*)::int from projects where firm_id = ${firm.id}) as projects,
    (select count(*)::int from audit_events where firm_id = ${firm.id} and name = 'proposal.accepted') as told`
  return { ...made }
}

describe("M5 one proposal accepted by 64 at once", () => {
  it("M5 becomes one client, contract, engagement and project, and is told once", { timeout: limit() }, async () => {
    const rounds = size(3, 200)
    const from = performance.now()
    for (let round = 0; round < rounds; round++) {
      const given = await aFirm()
      const { id } = await aSentProposal(given.owner)
      const signed = { id, signerName: "Robin Reed", signerEmail: "robin@race.test" }
      // The staff's hands and the queue's: the queue may come before there is an acceptance, and is refused then.
      const answers = await atOnce((lane) =>
        lane % 8 === 7 ? given.system.does(convertProposal, { id }) : given.owner.does(acceptOnBehalf, signed),
      )
      const accepted = answers.filter((_, lane) => lane % 8 !== 7)
      expect(accepted.filter(({ status }) => status === "rejected")).toEqual([])
      const clients = answers.flatMap((one) =>
        one.status === "fulfilled" ? [(one.value as { clientId: string }).clientId] : [],
      )
      expect(new Set(clients).size).toBe(1)
      expect(await madeIn(given)).toEqual({
        clients: 1,
        acceptances: 1,
        contracts: 1,
        engagements: 1,
        projects: 1,
        told: 1,
      })
    }
    report("M5", {
      proposals: rounds,
      acceptances: rounds * many,
      seconds: Math.round((performance.now() - from) / 1000),
    })
  })

  it("M5 control: looking first and making then is found out", async () => {
    const given = await aFirm()
    await atOnce(async () => {
      const { count } = await given.owner.does(listClients, {})
      if (count === 0) await given.owner.does(createClient, { name: "Harbour & Co" })
    })
    expect((await madeIn(given)).clients).toBeGreaterThan(1)
  })
})

/** What is wrong with the books after payments of 20.00 each on an invoice of 500.00. */
async function wrongBooks({ firm, owner }: Firm, paid: number) {
  const [row] = await database<
    { total: string; paid: string; status: string; payments: number; applied: string; credit: string }[]
  >`
    select i.total::text, i.amount_paid::text as paid, i.status,
      (select count(*)::int from payments p where p.firm_id = i.firm_id) as payments,
      (select coalesce(sum(applied_amount), 0)::text from payments p where p.firm_id = i.firm_id) as applied,
      (select coalesce(sum(amount), 0)::text from credit_ledger_entries c where c.firm_id = i.firm_id) as credit
     from invoices i where i.firm_id = ${firm.id}`
  const { "1000": bank, "1100": owed, "2300": credit } = await balances(owner)
  const sum = paid * 20
  const expected = { paid: Math.min(sum, 500), credit: Math.max(0, sum - 500), owed: Math.max(0, 500 - sum) }
  const found = { paid: Number(row!.paid), credit: Number(row!.credit), owed: Number(owed) }
  const wrong = Object.entries(expected).filter(([name, value]) => found[name as keyof typeof found] !== value)
  if (row!.payments !== paid) wrong.push(["payments", row!.payments])
  if (Number(row!.applied) !== expected.paid) wrong.push(["applied", Number(row!.applied)])
  if (Number(bank) !== sum) wrong.push(["bank", Number(bank)])
  if (Number(credit ?? 0) !== expected.credit) wrong.push(["client credit", Number(credit)])
  return wrong
}

describe("M5 one invoice paid by 64 at once", () => {
  it("M5 is paid to its total and never beyond, and what is over becomes credit", { timeout: limit() }, async () => {
    const rounds = size(1, 100)
    const from = performance.now()
    for (let round = 0; round < rounds; round++) {
      const given = await aFirm()
      const { id } = await anInvoice(given.owner, "500.00")
      const answers = await atOnce(() =>
        given.owner.does(recordPayment, { id, amount: "20.00", method: "bank_transfer" }),
      )
      expect(answers.filter(({ status }) => status === "rejected")).toEqual([])
      expect(await wrongBooks(given, many)).toEqual([])
    }
    report("M5", { invoices: rounds, payments: rounds * many, seconds: Math.round((performance.now() - from) / 1000) })
  })

  it("M5 control: a payment that doesn't hold the invoice is found out", async () => {
    const given = await aFirm()
    const { id } = await anInvoice(given.owner, "500.00")
    const careless = mutation({
      name: "invoices.recordPayment",
      summary: "Record a payment without holding the invoice",
      permission: "payments:write",
      input: z.strictObject({ id: z.string() }),
      output: z.object({}),
      async run({ id }, scope) {
        const [invoice] = await scope.db.select().from(invoices).where(eq(invoices.id, id))
        await receivePayment(scope, invoice!, { amount: "20.00", method: "bank_transfer" })
        return {}
      },
    })
    await atOnce(() => given.owner.does(careless, { id }))
    expect(await wrongBooks(given, many)).not.toEqual([])
  })
})
