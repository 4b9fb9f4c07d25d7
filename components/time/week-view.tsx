import { getLocale, getTranslations } from "next-intl/server"
import { Badge, StatusBadge } from "@/components/ui/badge"
import { LinkButton } from "@/components/ui/button"
import { formatDay } from "@/components/ui/format"
import { Hours } from "@/components/ui/hours"
import type { TimeEntry, TimeWeek } from "@/lib/domains/time/schema"
import { timeVocabulary } from "./vocabulary"

/** A person's week, day by day, with what each day and the week come to. */
export async function WeekView({ week, approves }: { week: TimeWeek; approves: boolean }) {
  const [t, locale] = await Promise.all([getTranslations("time.week"), getLocale()])
  return (
    <ol className="panel divide-y divide-line">
      {week.days.map(({ date, hours, entries }) => (
        <li key={date} className="grid gap-1 p-4">
          <h3 className="flex items-baseline justify-between text-sm">
            <time dateTime={date}>{formatDay(locale, date, true)}</time>
            <span className={entries.length > 0 ? "font-medium" : "text-muted"}>
              <Hours value={hours} />
            </span>
          </h3>
          {entries.length > 0 && (
            <ul className="grid gap-1">
              {entries.map((entry) => (
                <WeekEntry key={entry.id} entry={entry} approves={approves} />
              ))}
            </ul>
          )}
        </li>
      ))}
      <li className="flex flex-wrap items-baseline justify-between gap-2 p-4">
        <strong className="font-semibold">{t("total")}</strong>
        <span className="flex items-baseline gap-4">
          <span className="text-sm text-muted">
            {t("billable")} <Hours value={week.billableHours} />
          </span>
          <strong className="text-lg font-semibold">
            <Hours value={week.hours} />
          </strong>
        </span>
      </li>
    </ol>
  )
}

async function WeekEntry({ entry, approves }: { entry: TimeEntry; approves: boolean }) {
  const [t, vocabulary] = await Promise.all([getTranslations("time"), timeVocabulary()])
  const { id, projectName, taskTitle, clientName, description, hours, status, billable, invoiceId } = entry
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
      <div className="min-w-0 flex-1 basis-60">
        <span className="font-medium">{taskTitle ?? projectName}</span>{" "}
        <span className="text-muted">{taskTitle ? `${projectName} · ${clientName}` : clientName}</span>
        {description && <p className="text-muted">{description}</p>}
      </div>
      <div className="ms-auto flex flex-wrap items-center justify-end gap-x-3 gap-y-1">
        {!billable && <Badge>{t("notBillable")}</Badge>}
        {invoiceId ? (
          <Badge tone="positive">{t("invoiced")}</Badge>
        ) : (
          approves && <StatusBadge status={status} vocabulary={vocabulary} />
        )}
        <Hours value={hours} />
        <LinkButton variant="ghost" size="sm" href={`/time/${id}`}>
          {t(invoiceId ? "view" : "change")}
        </LinkButton>
      </div>
    </li>
  )
}
