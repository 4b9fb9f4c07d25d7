import { getTranslations } from "next-intl/server"
import { commonCurrencies } from "@/components/clients/currencies"
import { ActionForm } from "@/components/ui/action-form"
import { Checkbox } from "@/components/ui/checkbox"
import { Field } from "@/components/ui/field"
import { MoneyInput } from "@/components/ui/money-input"
import { Select } from "@/components/ui/select"
import { SubmitButton } from "@/components/ui/submit-button"
import { TextInput } from "@/components/ui/text-input"
import { Textarea } from "@/components/ui/textarea"
import { updateGeneralAction } from "@/lib/domains/firm/actions"
import type { FirmSettings } from "@/lib/domains/firm/schema"
import { locales } from "@/lib/platform/messages"

const asOptions = (values: string[]) => values.map((value) => ({ value, label: value.replaceAll("_", " ") }))
const zones = ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")]

export async function GeneralForm({ firm, mayManage }: { firm: FirmSettings; mayManage: boolean }) {
  const t = await getTranslations("settings.general")
  const save = (await getTranslations("settings"))("save")
  const languages = new Intl.DisplayNames(firm.locale, { type: "language" })
  const names = [
    "name",
    "address",
    "taxId",
    "currency",
    "timeZone",
    "locale",
    "hourlyRate",
    "paymentTermsDays",
  ] as const
  return (
    <ActionForm action={updateGeneralAction} labels={Object.fromEntries(names.map((name) => [name, t(name)]))}>
      <input type="hidden" name="_version" value={firm.version} />
      <Field name="name" label={t("name")} required>
        <TextInput defaultValue={firm.name} autoComplete="organization" />
      </Field>
      <Field name="address" label={t("address")} hint={t("addressHint")}>
        <Textarea rows={3} defaultValue={firm.address} />
      </Field>
      <Field name="taxId" label={t("taxId")}>
        <TextInput defaultValue={firm.taxId} />
      </Field>
      <section className="form-section">
        <h2>{t("region")}</h2>
        <div className="form-row">
          <Field name="timeZone" label={t("timeZone")}>
            <Select defaultValue={firm.timeZone} options={asOptions(zones)} />
          </Field>
          <Field name="locale" label={t("locale")}>
            <Select
              defaultValue={firm.locale}
              options={locales.map((value) => ({ value, label: languages.of(value) ?? value }))}
            />
          </Field>
          <Field name="currency" label={t("currency")} hint={t("currencyHint")}>
            <Select defaultValue={firm.currency} options={asOptions(commonCurrencies(firm.currency))} />
          </Field>
        </div>
      </section>
      <section className="form-section">
        <h2>{t("billing")}</h2>
        <div className="form-row">
          <Field name="hourlyRate" label={t("hourlyRate")} hint={t("hourlyRateHint")}>
            <MoneyInput currency={firm.currency} defaultValue={firm.hourlyRate ?? undefined} />
          </Field>
          <Field name="paymentTermsDays" label={t("paymentTermsDays")}>
            <TextInput
              type="number"
              min={0}
              max={365}
              suffix={t("days")}
              defaultValue={String(firm.paymentTermsDays)}
            />
          </Field>
        </div>
        {/* An unticked box sends nothing, so the form says no first. */}
        <input type="hidden" name="approvesTime" value="false" />
        <Checkbox
          name="approvesTime"
          label={t("approvesTime")}
          hint={t("approvesTimeHint")}
          defaultChecked={firm.approvesTime}
        />
      </section>
      {mayManage && (
        <div className="form-actions">
          <SubmitButton>{save}</SubmitButton>
        </div>
      )}
    </ActionForm>
  )
}
