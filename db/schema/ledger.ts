import { sql } from "drizzle-orm"
import {
  check,
  customType,
  date,
  foreignKey,
  index,
  integer,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core"
import { createdAt, money, staffAppends, staffOnly, table, tenantKey, tracked } from "./columns"
import { firms } from "./firms"

const transactionId = customType<{ data: string; driverData: string }>({ dataType: () => "xid8" })

export const accounts = table(
  "accounts",
  {
    ...tenantKey(),
    code: text().notNull(),
    name: text().notNull(),
    type: text({ enum: ["asset", "liability", "equity", "income", "expense"] }).notNull(),
    ...tracked(),
  },
  (t) => [
    primaryKey({ name: "accounts_pkey", columns: [t.firmId, t.id] }),
    foreignKey({ name: "accounts_firm_fkey", columns: [t.firmId], foreignColumns: [firms.id] }),
    unique("accounts_code_key").on(t.firmId, t.code),
    check("accounts_type", sql`${t.type} in ('asset', 'liability', 'equity', 'income', 'expense')`),
    ...staffOnly(),
  ],
)

/** A posting: at least two entries that balance in each currency, checked at commit; never changed, only reversed. */
export const ledgerTransactions = table(
  "ledger_transactions",
  {
    ...tenantKey(),
    kind: text().notNull(),
    sourceId: uuid().notNull(),
    /** One posting for each business fact: "invoice.issued:<id>". */
    sourceKey: text().notNull(),
    description: text().notNull().default(""),
    postedOn: date().notNull(),
    xid: transactionId().notNull().default(sql`pg_current_xact_id()`),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: "ledger_transactions_pkey", columns: [t.firmId, t.id] }),
    foreignKey({ name: "ledger_transactions_firm_fkey", columns: [t.firmId], foreignColumns: [firms.id] }),
    unique("ledger_transactions_source_key").on(t.firmId, t.sourceKey),
    index("ledger_transactions_source_idx").on(t.firmId, t.sourceId),
    index("ledger_transactions_posted_idx").on(t.firmId, t.postedOn, t.id),
    ...staffAppends(),
  ],
)

export const ledgerEntries = table(
  "ledger_entries",
  {
    ...tenantKey(),
    transactionId: uuid().notNull(),
    line: integer().notNull(),
    accountCode: text().notNull(),
    debit: money().notNull().default("0"),
    credit: money().notNull().default("0"),
    currency: text().notNull(),
  },
  (t) => [
    primaryKey({ name: "ledger_entries_pkey", columns: [t.firmId, t.id] }),
    foreignKey({
      name: "ledger_entries_transaction_fkey",
      columns: [t.firmId, t.transactionId],
      foreignColumns: [ledgerTransactions.firmId, ledgerTransactions.id],
    }),
    foreignKey({
      name: "ledger_entries_account_fkey",
      columns: [t.firmId, t.accountCode],
      foreignColumns: [accounts.firmId, accounts.code],
    }),
    unique("ledger_entries_line_key").on(t.firmId, t.transactionId, t.line),
    index("ledger_entries_account_idx").on(t.firmId, t.accountCode, t.id),
    check(
      "ledger_entries_one_side",
      sql`${t.debit} >= 0 and ${t.credit} >= 0 and (${t.debit} = 0) <> (${t.credit} = 0)`,
    ),
    ...staffAppends(),
  ],
)
