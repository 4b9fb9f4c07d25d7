import { useTranslations } from "next-intl"
import { DateInput } from "@/components/ui/date-input"
import { Field } from "@/components/ui/field"

type PeriodFormProps = { fields: { name: "asOf" | "from" | "to"; value: string }[] }

/** Chooses the day or the period of a report; it is part of the address. */
export function PeriodForm({ fields }: PeriodFormProps) {
  const t = useTranslations("ledger.period")
  return (
    <form className="no-print flex flex-wrap items-end gap-3">
      {fields.map(({ name, value }) => (
        <Field key={name} name={name} label={t(name)}>
          <DateInput defaultValue={value} />
        </Field>
      ))}
      <button type="submit" className="btn btn-secondary">
        {t("show")}
      </button>
    </form>
  )
}
