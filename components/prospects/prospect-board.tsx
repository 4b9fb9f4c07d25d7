import { getLocale, getTranslations } from "next-intl/server"
import { formatDay, formatMoney } from "@/components/ui/format"
import type { BoardColumn as Column, Prospect } from "@/lib/domains/prospects/schema"
import { StageBoard } from "./stage-board"

/** The pipeline by stage. Money of different currencies is never added up, so each column names its totals itself. */
export async function ProspectBoard({ columns, mayWrite }: { columns: Column[]; mayWrite: boolean }) {
  const [t, locale] = await Promise.all([getTranslations("prospects"), getLocale()])
  const money = (amount: string, currency: string) => formatMoney(locale, amount, currency, { short: true })
  const card = (prospect: Prospect) => ({
    id: prospect.id,
    title: prospect.companyName,
    href: `/prospects/${prospect.id}`,
    meta: [
      prospect.estimatedValue && money(prospect.estimatedValue, prospect.currency),
      prospect.stage !== "won" && prospect.stage !== "lost" && t("percent", { value: prospect.probability }),
      prospect.expectedCloseOn && formatDay(locale, prospect.expectedCloseOn),
    ].filter((text) => typeof text === "string" && text !== ""),
    person: prospect.ownerName ?? undefined,
  })
  return (
    <StageBoard
      label={t("boardLabel")}
      readOnly={!mayWrite}
      columns={columns.map(({ stage, totals, prospects, count }) => ({
        id: stage,
        label: [
          t(`stage.${stage}`),
          ...totals.map(({ amount, currency }) => money(amount, currency)),
          ...(count > prospects.length ? [t("more", { count: count - prospects.length })] : []),
        ].join(" · "),
        cards: prospects.map(card) as { id: string; title: string; meta: string[] }[],
      }))}
    />
  )
}
