import { useTranslations } from "next-intl"
import type { z } from "zod"
import { EmptyState } from "@/components/ui/state"
import { ageingBuckets } from "@/lib/domains/ledger/rules"
import type { ageingOut } from "@/lib/domains/ledger/schema"
import { Statement } from "./statement"

type Ageing = z.output<typeof ageingOut>
type Aged = Ageing["totals"][number]

/** Who owes what, and for how long it has been due; a column for each age. */
export function AgeingReport({ report }: { report: Ageing }) {
  const t = useTranslations("ledger.ageing")
  if (report.rows.length === 0) return <EmptyState title={t("empty")} body={t("emptyBody")} />
  const amounts = (aged: Aged | Ageing["rows"][number]) => [...ageingBuckets.map((bucket) => aged[bucket]), aged.total]
  return report.totals.map((total) => (
    <Statement
      key={total.currency}
      title={t("in", { currency: total.currency })}
      currency={total.currency}
      heading={t("client")}
      columns={[...ageingBuckets.map((bucket) => t(bucket)), t("total")]}
      sections={[
        {
          lines: report.rows
            .filter(({ currency }) => currency === total.currency)
            .map((row) => ({
              key: row.clientId,
              label: row.clientName,
              href: `/invoices?status=open&clientId=${row.clientId}`,
              amounts: amounts(row),
            })),
          total: { label: t("total"), amounts: amounts(total) },
        },
      ]}
    />
  ))
}
