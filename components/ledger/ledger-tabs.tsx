import { useTranslations } from "next-intl"
import { Tabs } from "@/components/ui/tabs"

const pages = {
  entries: "/ledger",
  accounts: "/ledger/accounts",
  trialBalance: "/ledger/trial-balance",
  profitAndLoss: "/ledger/profit-and-loss",
  balanceSheet: "/ledger/balance-sheet",
  ageing: "/ledger/receivables-ageing",
} as const
export type LedgerPage = keyof typeof pages

export function LedgerTabs({ current }: { current: LedgerPage }) {
  const t = useTranslations("ledger.tabs")
  const names = Object.keys(pages) as LedgerPage[]
  return (
    <Tabs
      label={t("label")}
      tabs={names.map((name) => ({ href: pages[name], label: t(name), current: name === current }))}
    />
  )
}
