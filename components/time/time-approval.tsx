import { getLocale, getTranslations } from "next-intl/server"
import { ActionForm } from "@/components/ui/action-form"
import { formatHours } from "@/components/ui/format"
import { Panel } from "@/components/ui/panel"
import { EmptyState } from "@/components/ui/state"
import { SubmitButton } from "@/components/ui/submit-button"
import { approveTimeAction, reopenTimeAction } from "@/lib/domains/time/actions"
import { listTimeEntries } from "@/lib/domains/time/operations/entries"
import type { TimeEntry } from "@/lib/domains/time/schema"
import { load } from "@/lib/kernel/load"
import { sumMoney } from "@/lib/platform/money"
import { TimeRows } from "./time-rows"

/** What waits for approval, person by person. */
export async function TimeApproval() {
  const t = await getTranslations("time.approval")
  const { items } = await load(listTimeEntries, { status: ["submitted"], sort: "date", limit: 100 })
  if (items.length === 0) return <EmptyState title={t("empty")} body={t("emptyBody")} />
  return [...Map.groupBy(items, ({ memberId }) => memberId).values()].map((entries) => (
    <ApprovalOf key={entries[0]!.memberId} entries={entries} />
  ))
}

async function ApprovalOf({ entries }: { entries: TimeEntry[] }) {
  const [t, locale] = await Promise.all([getTranslations("time"), getLocale()])
  const hours = formatHours(locale, sumMoney(entries.map((entry) => entry.hours)).toFixed())
  const ids = entries.map(({ id }) => <input key={id} type="hidden" name="ids" value={id} />)
  const { memberName } = entries[0]!
  return (
    <Panel
      title={`${memberName} · ${t("approval.entries", { count: entries.length })}`}
      actions={
        <>
          <ActionForm action={reopenTimeAction} guard={false} className="contents">
            {ids}
            <SubmitButton variant="ghost" size="sm">
              {t("sendBack")}
            </SubmitButton>
          </ActionForm>
          <ActionForm action={approveTimeAction} guard={false} className="contents">
            {ids}
            <SubmitButton size="sm">{t("approve", { hours })}</SubmitButton>
          </ActionForm>
        </>
      }
      flush
    >
      <TimeRows entries={entries} approves caption={memberName} bare />
    </Panel>
  )
}
