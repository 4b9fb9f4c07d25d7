import { getTranslations } from "next-intl/server"
import { RadioGroup } from "@/components/ui/radio-group"
import { memberRoles } from "@/lib/domains/team/schema"
import { grantsByArea } from "./grants"

type AccessFieldsProps = { role?: string; grants?: string[]; mayMakeOwners: boolean }

/** The role, and what else is granted to staff; the grants show while Staff is chosen, by style, so without a script too. */
export async function AccessFields({ role = "staff", grants = [], mayMakeOwners }: AccessFieldsProps) {
  const [t, areas] = await Promise.all([getTranslations("team"), grantsByArea()])
  const roles = memberRoles.filter((value) => value !== "owner" || mayMakeOwners || role === "owner")
  return (
    <div className="group grid gap-5">
      <RadioGroup
        name="role"
        label={t("fields.role")}
        required
        cards
        defaultValue={role}
        options={roles.map((value) => ({ value, label: t(`roles.${value}`), hint: t(`roleHints.${value}`) }))}
      />
      <fieldset className="hidden gap-3 group-has-[[value=staff]:checked]:grid">
        <legend className="label">{t("fields.grants")}</legend>
        <p className="hint">{t("fields.grantsHint")}</p>
        <div className="grid gap-x-6 gap-y-1 sm:grid-cols-2">
          {areas.map(({ area, grants: offered }) => (
            <div key={area} className="flex flex-wrap items-center gap-x-4 border-b border-line py-1">
              <span className="min-w-24 text-sm">{area}</span>
              {offered.map(({ value, label }) => (
                <label key={value} className="choice">
                  <input
                    type="checkbox"
                    name="grants"
                    value={value}
                    defaultChecked={grants.includes(value)}
                    aria-label={`${area}: ${label}`}
                  />
                  <span>{label}</span>
                </label>
              ))}
            </div>
          ))}
        </div>
      </fieldset>
    </div>
  )
}
