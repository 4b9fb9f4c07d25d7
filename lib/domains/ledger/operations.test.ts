import { describe, expect, it } from "vitest"
import { voidInvoice } from "@/lib/domains/invoices/operations/issuing"
import { recordPayment } from "@/lib/domains/payments/operations"
import { withClock } from "@/lib/platform/clock"
import { anInvoice, aProject, outcomes } from "@/test/finance"
import { aFirm, owner as database } from "@/test/given"
import {
  balanceSheet,
  createAccount,
  listAccounts,
  listEntries,
  profitAndLoss,
  receivablesAgeing,
  trialBalance,
} from "./operations"

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000)

describe("the ledger", () => {
  it("adds up in every report, by currency, and the ageing equals the receivables account", async () => {
    const { owner } = await aFirm()
    const euro = await aProject(owner, { currency: "EUR" })
    const late = await withClock(daysAgo(60), () => anInvoice(owner, "100.00", { taxRate: "10" }))
    await anInvoice(owner, "900.00")
    await anInvoice(owner, "70.00", { clientId: euro.clientId })
    const gone = await anInvoice(owner, "5.00")
    await owner.does(voidInvoice, { id: gone.id })
    await owner.does(recordPayment, { id: late.id, amount: "30.00", method: "cash" })

    const trial = await owner.does(trialBalance, {})
    expect(trial.currencies).toMatchObject([
      { currency: "EUR", debit: "70.00", credit: "70.00" },
      { currency: "USD", debit: "1050.00", credit: "1050.00" },
    ])
    const sheet = await owner.does(balanceSheet, {})
    for (const one of sheet.currencies) expect(one.totalAssets).toBe(one.totalLiabilitiesAndEquity)
    expect(sheet.currencies[1]).toMatchObject({ totalAssets: "1010.00", earnings: "1000.00" })
    expect((await owner.does(profitAndLoss, { from: "2000-01-01" })).currencies).toMatchObject([
      { currency: "EUR", totalIncome: "70.00", profit: "70.00" },
      { currency: "USD", totalIncome: "1000.00", totalExpenses: "0.00", income: [{ account: "4000" }] },
    ])

    const ageing = await owner.does(receivablesAgeing, {})
    expect(ageing.totals).toMatchObject([
      { currency: "EUR", notDue: "70.00", total: "70.00" },
      { currency: "USD", notDue: "900.00", days60: "80.00", total: "980.00" },
    ])
    const receivable = trial.currencies.map(({ rows }) => rows.find(({ account }) => account === "1100")?.balance)
    expect(ageing.totals.map(({ total }) => total)).toEqual(receivable)
  })

  it("looks back: what was posted after a day is not in that day's balance", async () => {
    const { owner } = await aFirm()
    await withClock(daysAgo(60), () => anInvoice(owner, "100.00"))
    await anInvoice(owner, "900.00")
    const asOf = daysAgo(30).toISOString().slice(0, 10)
    expect((await owner.does(trialBalance, { asOf })).currencies).toMatchObject([{ debit: "100.00" }])
    await expect(owner.does(profitAndLoss, { from: "2026-02-01", to: "2026-01-01" })).rejects.toMatchObject({
      code: "validation_error",
    })
  })

  it("can be searched by account, period and words, page by page", async () => {
    const { owner } = await aFirm()
    const { number } = await anInvoice(owner, "10.00")
    await anInvoice(owner, "20.00")
    const first = await owner.does(listEntries, { account: "4000", limit: 1 })
    expect(first).toMatchObject({ count: 2, items: [{ accountName: "Service revenue", debit: "0.00" }] })
    expect((await owner.does(listEntries, { account: "4000", limit: 1, cursor: first.next! })).items).toHaveLength(1)
    expect((await owner.does(listEntries, { q: number! })).count).toBe(2)
    expect((await owner.does(listEntries, { to: "2001-01-01" })).count).toBe(0)
  })

  it("has a chart of accounts that grows, without doubles, by those who may", async () => {
    const [{ owner, member }, theirs] = [await aFirm(), await aFirm()]
    const account = { code: "6100", name: "Software", type: "expense" as const }
    expect(await owner.does(createAccount, account)).toMatchObject(account)
    const [manager, viewer] = [await member("manager"), await member("readonly")]
    const tries = [
      owner.does(createAccount, account),
      owner.does(createAccount, { ...account, code: "4000" }),
      owner.does(createAccount, { ...account, code: "not a code" }),
      manager.does(createAccount, { ...account, code: "6200" }),
    ]
    expect(await outcomes(tries)).toEqual(["conflict", "conflict", "validation_error", "forbidden"])
    const { items } = await viewer.does(listAccounts, { sort: "code" })
    expect(items.map(({ code }) => code)).toEqual(items.map(({ code }) => code).sort())
    expect(items).toHaveLength(10)
    expect((await theirs.owner.does(listAccounts, {})).count).toBe(0)
  })
})

describe("what has been posted", () => {
  const attack = async () => {
    const { firm, owner } = await aFirm()
    const { id } = await anInvoice(owner, "100.00")
    const [entry] = (await owner.does(listEntries, { sourceId: id })).items
    return { firm: firm.id, posting: entry!.transactionId, invoice: id }
  }
  const refusals: Record<string, string> = { "42501": "forbidden", "23514": "unbalanced", "23505": "duplicate" }
  const refusal = (work: Promise<unknown>) =>
    work.then(
      () => "done",
      (error: { code: string }) => refusals[error.code] ?? error.code,
    )

  it("can't be changed, deleted or emptied, by the owner of the tables neither", async () => {
    const { posting } = await attack()
    expect(await refusal(database`update ledger_entries set debit = debit + 1 where transaction_id = ${posting}`)).toBe(
      "forbidden",
    )
    expect(await refusal(database`update ledger_transactions set posted_on = '2020-01-01' where id = ${posting}`)).toBe(
      "forbidden",
    )
    expect(await refusal(database`delete from ledger_entries where transaction_id = ${posting}`)).toBe("forbidden")
    expect(await refusal(database`delete from ledger_transactions where id = ${posting}`)).toBe("forbidden")
    expect(await refusal(database`truncate ledger_entries`)).toBe("forbidden")
    expect(await refusal(database`truncate credit_ledger_entries`)).toBe("forbidden")
  })

  it("gets no late lines, even with a forged transaction number", async () => {
    const { firm, posting } = await attack()
    const late = database`insert into ledger_entries (firm_id, id, transaction_id, line, account_code, debit, credit, currency)
      values (${firm}, gen_random_uuid(), ${posting}, 8, '1100', 5, 0, 'USD'), (${firm}, gen_random_uuid(), ${posting}, 9, '4000', 0, 5, 'USD')`
    expect(await refusal(late)).toBe("forbidden")
    const forged = database.begin(async (sql) => {
      await sql`insert into ledger_transactions (firm_id, id, kind, source_id, source_key, posted_on, xid, created_at)
        values (${firm}, gen_random_uuid(), 'x', gen_random_uuid(), 'forged', now(), '3'::xid8, now())`
      const [row] =
        await sql`select xid = pg_current_xact_id() as own from ledger_transactions where source_key = 'forged' and firm_id = ${firm}`
      expect(row!.own).toBe(true)
      throw Object.assign(new Error("enough"), { code: "enough" })
    })
    expect(await refusal(forged)).toBe("enough")
  })

  it("is posted once for each fact", async () => {
    const { firm, invoice } = await attack()
    const again = database`insert into ledger_transactions (firm_id, id, kind, source_id, source_key, posted_on, created_at)
      values (${firm}, gen_random_uuid(), 'invoice.issued', ${invoice}, ${`invoice.issued:${invoice}`}, now(), now())`
    expect(await refusal(again)).toBe("duplicate")
  })

  it("balances, whatever is tried at commit", async () => {
    const { firm } = await attack()
    const posting = (lines: [string, number, number, string][], before = "") =>
      database.begin(async (sql) => {
        const id = crypto.randomUUID()
        await sql`insert into ledger_transactions (firm_id, id, kind, source_id, source_key, posted_on, created_at)
          values (${firm}, ${id}, 'x', ${id}, ${id}, now(), now())`
        for (const [i, [account, debit, credit, currency]] of lines.entries()) {
          if (before && i === lines.length - 1) await sql.unsafe(before)
          await sql`insert into ledger_entries (firm_id, id, transaction_id, line, account_code, debit, credit, currency)
            values (${firm}, gen_random_uuid(), ${id}, ${i + 1}, ${account}, ${debit}, ${credit}, ${currency})`
        }
      })
    expect(
      await refusal(
        posting([
          ["1100", 5, 0, "USD"],
          ["4000", 0, 5, "USD"],
        ]),
      ),
    ).toBe("done")
    expect(await refusal(posting([]))).toBe("unbalanced")
    expect(await refusal(posting([["1100", 5, 0, "USD"]]))).toBe("unbalanced")
    expect(
      await refusal(
        posting([
          ["1100", 5, 0, "USD"],
          ["4000", 0, 4, "USD"],
        ]),
      ),
    ).toBe("unbalanced")
    expect(
      await refusal(
        posting([
          ["1100", 5, 0, "USD"],
          ["4000", 0, 5, "EUR"],
        ]),
      ),
    ).toBe("unbalanced")
    expect(
      await refusal(
        posting([
          ["1100", 0, 0, "USD"],
          ["4000", 0, 0, "USD"],
        ]),
      ),
    ).toBe("unbalanced")
    const third = [
      ["1100", 5, 0, "USD"],
      ["4000", 0, 5, "USD"],
      ["4000", 0, 5, "USD"],
    ] as [string, number, number, string][]
    expect(await refusal(posting(third, "set constraints all immediate"))).toBe("unbalanced")
  })

  it("stays as it was after every attack", async () => {
    const { owner } = await aFirm()
    await anInvoice(owner, "100.00")
    const before = await owner.does(trialBalance, {})
    await refusal(database`update ledger_entries set debit = 0`)
    expect(await owner.does(trialBalance, {})).toEqual(before)
  })
})
