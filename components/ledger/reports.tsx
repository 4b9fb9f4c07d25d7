import { useTranslations } from "next-intl"
import type { z } from "zod"
import { EmptyState } from "@/components/ui/state"
import type { balanceSheetOut, profitAndLossOut, trialBalanceOut } from "@/lib/domains/ledger/schema"
import { Statement, type StatementLine } from "./statement"

type Shown = { account: string; name: string; amount: string }

const lines = (rows: Shown[]): StatementLine[] =>
  rows.map(({ account, name, amount }) => ({
    key: account,
    label: `${account} ${name}`,
    href: `/ledger?account=${account}`,
    amounts: [amount],
  }))

export function TrialBalance({ report }: { report: z.output<typeof trialBalanceOut> }) {
  const t = useTranslations("ledger.reports")
  if (report.currencies.length === 0) return <NothingPosted />
  return report.currencies.map(({ currency, rows, debit, credit }) => (
    <Statement
      key={currency}
      title={t("in", { currency })}
      currency={currency}
      heading={t("account")}
      columns={[t("debit"), t("credit"), t("balance")]}
      sections={[
        {
          lines: rows.map((row) => ({
            key: row.account,
            label: `${row.account} ${row.name}`,
            href: `/ledger?account=${row.account}`,
            amounts: [row.debit, row.credit, row.balance],
          })),
          total: { label: t("sum"), amounts: [debit, credit, ""] },
        },
      ]}
    />
  ))
}

export function ProfitAndLoss({ report }: { report: z.output<typeof profitAndLossOut> }) {
  const t = useTranslations("ledger.reports")
  if (report.currencies.length === 0) return <NothingPosted />
  return report.currencies.map(({ currency, income, expenses, totalIncome, totalExpenses, profit }) => (
    <Statement
      key={currency}
      title={t("in", { currency })}
      currency={currency}
      heading={t("account")}
      columns={[t("amount")]}
      sections={[
        { title: t("income"), lines: lines(income), total: { label: t("totalIncome"), amounts: [totalIncome] } },
        {
          title: t("expenses"),
          lines: lines(expenses),
          total: { label: t("totalExpenses"), amounts: [totalExpenses] },
        },
        { lines: [], total: { label: t("profit"), amounts: [profit] } },
      ]}
    />
  ))
}

export function BalanceSheet({ report }: { report: z.output<typeof balanceSheetOut> }) {
  const t = useTranslations("ledger.reports")
  if (report.currencies.length === 0) return <NothingPosted />
  return report.currencies.map((one) => (
    <Statement
      key={one.currency}
      title={t("in", { currency: one.currency })}
      currency={one.currency}
      heading={t("account")}
      columns={[t("amount")]}
      sections={[
        {
          title: t("assets"),
          lines: lines(one.assets),
          total: { label: t("totalAssets"), amounts: [one.totalAssets] },
        },
        { title: t("liabilities"), lines: lines(one.liabilities) },
        {
          title: t("equity"),
          lines: [...lines(one.equity), { key: "earnings", label: t("earnings"), amounts: [one.earnings] }],
          total: { label: t("totalLiabilitiesAndEquity"), amounts: [one.totalLiabilitiesAndEquity] },
        },
      ]}
    />
  ))
}

function NothingPosted() {
  const t = useTranslations("ledger")
  return <EmptyState title={t("empty")} body={t("emptyBody")} />
}
