import { owner as database } from "../given"

/** How the database answered, in its own code. */
export const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: { code?: string; cause?: { code?: string } }) => error.cause?.code ?? error.code ?? String(error),
  )

type Attack = (firm: string, fact: { id: string; key: string } | undefined) => Promise<unknown>
export const lines = (firm: string, id: string, rows: [string, number, number, string][], from = 1) =>
  rows.map(([code, debit, credit, currency], i) => ({
    firm_id: firm,
    id: crypto.randomUUID(),
    transaction_id: id,
    line: from + i,
    account_code: code,
    debit,
    credit,
    currency,
  }))

/** A posting by the owner of the tables, with something done before its last line. */
const forged = (firm: string, rows: [string, number, number, string][], trick = "") =>
  database.begin(async (tx) => {
    const id = crypto.randomUUID()
    await tx`insert into ledger_transactions (firm_id, id, kind, source_id, source_key, posted_on, created_at)
      values (${firm}, ${id}, 'x', ${id}, ${id}, now(), now())`
    for (const [i, row] of lines(firm, id, rows).entries()) {
      if (trick && i === rows.length - 1) await tx.unsafe(trick)
      await tx`insert into ledger_entries ${tx(row)}`
    }
  })

/** What nobody may do, and how it is refused; all by a superuser, whom neither grants nor policies hold. */
export const attacks: Record<string, { refusedWith: string; attack: Attack }> = {
  update: {
    refusedWith: "42501",
    attack: (_, fact) => database`update ledger_entries set debit = debit + 1 where transaction_id = ${fact!.id}`,
  },
  "move in time": {
    refusedWith: "42501",
    attack: (_, fact) => database`update ledger_transactions set posted_on = '2020-01-01' where id = ${fact!.id}`,
  },
  delete: {
    refusedWith: "42501",
    attack: (_, fact) => database`delete from ledger_entries where transaction_id = ${fact!.id}`,
  },
  "delete whole": {
    refusedWith: "42501",
    attack: (_, fact) => database`delete from ledger_transactions where id = ${fact!.id}`,
  },
  truncate: { refusedWith: "42501", attack: () => database`truncate ledger_entries` },
  "late lines": {
    refusedWith: "42501",
    attack: (firm, fact) =>
      database`insert into ledger_entries ${database(
        lines(
          firm,
          fact!.id,
          [
            ["1100", 5, 0, "USD"],
            ["4000", 0, 5, "USD"],
          ],
          20,
        ),
      )}`,
  },
  "the same fact twice": {
    refusedWith: "23505",
    attack: (
      firm,
      fact,
    ) => database`insert into ledger_transactions (firm_id, id, kind, source_id, source_key, posted_on, created_at)
      values (${firm}, gen_random_uuid(), 'x', gen_random_uuid(), ${fact!.key}, now(), now())`,
  },
  "one line": { refusedWith: "23514", attack: (firm) => forged(firm, [["1100", 5, 0, "USD"]]) },
  unbalanced: {
    refusedWith: "23514",
    attack: (firm) =>
      forged(firm, [
        ["1100", 5, 0, "USD"],
        ["4000", 0, 4, "USD"],
      ]),
  },
  "two currencies": {
    refusedWith: "23514",
    attack: (firm) =>
      forged(firm, [
        ["1100", 5, 0, "USD"],
        ["4000", 0, 5, "EUR"],
      ]),
  },
  "constraints at once, then one more": {
    refusedWith: "23514",
    attack: (firm) =>
      forged(
        firm,
        [
          ["1100", 5, 0, "USD"],
          ["4000", 0, 5, "USD"],
          ["4000", 0, 5, "USD"],
        ],
        "set constraints all immediate",
      ),
  },
}
