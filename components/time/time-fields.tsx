import { getTranslations } from "next-intl/server"
import type { ReactNode } from "react"
import { Checkbox } from "@/components/ui/checkbox"
import { DateInput } from "@/components/ui/date-input"
import { Field } from "@/components/ui/field"
import { HoursInput } from "@/components/ui/hours-input"
import { Picker } from "@/components/ui/picker"
import { TextInput } from "@/components/ui/text-input"
import type { TimeEntry } from "@/lib/domains/time/schema"
import type { Choice } from "@/lib/kernel/choices"

type TimeFieldsProps = {
  work: Choice[]
  /** The one project that it is about. */
  projectId?: string
  date: string
  entry?: TimeEntry
  chosen?: string
  children?: ReactNode
}

/** What an entry says: on what, when, how long, and what was done. */
export async function TimeFields({ work, projectId, date, entry, chosen, children }: TimeFieldsProps) {
  const t = await getTranslations("time.quick")
  return (
    <>
      <div className="flex flex-wrap items-start gap-3">
        <div className="min-w-0 flex-2 basis-64">
          <Field name="work" label={t("project")} required>
            <Picker
              options={work}
              url={`/api/v1/projects/time-choices${projectId ? `?only=true&projectId=${projectId}` : ""}`}
              defaultValue={chosen}
              placeholder={t("pickProject")}
            />
          </Field>
        </div>
        <div className="flex-1 basis-40">
          <Field name="date" label={t("date")} required>
            <DateInput defaultValue={entry?.date ?? date} />
          </Field>
        </div>
        <div className="flex-1 basis-32">
          <Field name="hours" label={t("hours")} hint={t("hoursHint")} required>
            <HoursInput defaultValue={entry?.hours} />
          </Field>
        </div>
      </div>
      <div className="flex flex-wrap items-end gap-x-4 gap-y-3">
        <div className="min-w-0 flex-1 basis-64">
          <Field name="description" label={t("description")}>
            <TextInput defaultValue={entry?.description} autoComplete="off" />
          </Field>
        </div>
        <div className="flex min-h-9 items-center">
          <input type="hidden" name="billable" value="false" />
          <Checkbox name="billable" label={t("billable")} defaultChecked={entry?.billable ?? true} />
        </div>
        {children}
      </div>
    </>
  )
}

export async function timeLabels(): Promise<Record<string, string>> {
  const t = await getTranslations("time.quick")
  return {
    work: t("project"),
    date: t("date"),
    hours: t("hours"),
    description: t("description"),
    hourlyRate: t("rate"),
  }
}
