import { getTranslations } from "next-intl/server"
import { ActionForm } from "@/components/ui/action-form"
import { LinkButton } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import { MoneyInput } from "@/components/ui/money-input"
import { SubmitButton } from "@/components/ui/submit-button"
import { updateTimeEntryAction } from "@/lib/domains/time/actions"
import { workKey } from "@/lib/domains/time/rules"
import type { TimeEntry } from "@/lib/domains/time/schema"
import type { Choice } from "@/lib/kernel/choices"
import { TimeFields, timeLabels } from "./time-fields"

/** Changes an entry that is still open. */
export async function TimeForm({ entry, work }: { entry: TimeEntry; work: Choice[] }) {
  const t = await getTranslations("time")
  return (
    <ActionForm action={updateTimeEntryAction} labels={await timeLabels()}>
      <input type="hidden" name="id" value={entry.id} />
      <input type="hidden" name="_version" value={entry.version} />
      <TimeFields work={work} date={entry.date} entry={entry} chosen={workKey(entry)} />
      <Field name="hourlyRate" label={t("quick.rate")}>
        <MoneyInput currency={entry.currency} defaultValue={entry.hourlyRate} />
      </Field>
      <div className="form-actions">
        <SubmitButton>{t("save")}</SubmitButton>
        <LinkButton variant="ghost" href={`/time?on=${entry.date}`}>
          {t("cancel")}
        </LinkButton>
      </div>
    </ActionForm>
  )
}
