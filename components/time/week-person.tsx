import { getTranslations } from "next-intl/server"
import { Field } from "@/components/ui/field"
import { Select } from "@/components/ui/select"

type WeekPersonProps = { week: string; memberId: string; people: { id: string; name: string }[] }

/** Whose week it is, for those who may see everybody's: a form that asks by the address. */
export async function WeekPerson({ week, memberId, people }: WeekPersonProps) {
  const t = await getTranslations("time.week")
  return (
    <form className="ms-auto flex items-end gap-2" action="/time">
      <input type="hidden" name="on" value={week} />
      <Field name="memberId" label={t("person")} hideLabel>
        <Select defaultValue={memberId} options={people.map(({ id, name }) => ({ value: id, label: name }))} />
      </Field>
      <button type="submit" className="btn btn-secondary">
        {t("show")}
      </button>
    </form>
  )
}
