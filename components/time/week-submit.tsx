import { getLocale, getTranslations } from "next-intl/server"
import { ActionForm } from "@/components/ui/action-form"
import { formatHours } from "@/components/ui/format"
import { NextStep } from "@/components/ui/next-step"
import { SubmitButton } from "@/components/ui/submit-button"
import { submitTimeAction } from "@/lib/domains/time/actions"
import type { TimeWeek } from "@/lib/domains/time/schema"
import { sumMoney } from "@/lib/platform/money"

/** Hands the week's open entries to whoever approves; with nothing open there is nothing to press. */
export async function WeekSubmit({ week }: { week: TimeWeek }) {
  const open = week.days
    .flatMap(({ entries }) => entries)
    .filter((entry) => entry.status === "open" && !entry.invoiceId)
  if (open.length === 0) return null
  const [t, locale] = await Promise.all([getTranslations("time"), getLocale()])
  const hours = formatHours(locale, sumMoney(open.map((entry) => entry.hours)).toFixed())
  return (
    <NextStep
      title={t("submitNote", { count: open.length })}
      action={
        <ActionForm action={submitTimeAction} guard={false} className="contents">
          {open.map(({ id }) => (
            <input key={id} type="hidden" name="ids" value={id} />
          ))}
          <SubmitButton variant="secondary">{t("submit", { hours })}</SubmitButton>
        </ActionForm>
      }
    />
  )
}
