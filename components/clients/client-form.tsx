import { getTranslations } from "next-intl/server"
import { ActionForm } from "@/components/ui/action-form"
import { LinkButton } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import type { FormAction } from "@/components/ui/form-state"
import { Picker } from "@/components/ui/picker"
import { Select } from "@/components/ui/select"
import { SubmitButton } from "@/components/ui/submit-button"
import { TextInput } from "@/components/ui/text-input"
import { Textarea } from "@/components/ui/textarea"
import type { Client } from "@/lib/domains/clients/schema"
import { commonCurrencies } from "./currencies"

type ClientFormProps = {
  action: FormAction
  client?: Client
  currency: string
  people: { id: string; name: string }[]
}

export async function ClientForm({ action, client, currency, people }: ClientFormProps) {
  const t = await getTranslations("clients")
  const fields = ["name", "email", "phone", "address", "taxId", "currency"] as const
  const labels = Object.fromEntries(fields.map((name) => [name, t(`fields.${name}`)]))
  const chosen = client?.currency ?? currency
  return (
    <ActionForm action={action} labels={{ ...labels, ownerId: t("fields.owner") }}>
      {client && <input type="hidden" name="id" value={client.id} />}
      {client && <input type="hidden" name="_version" value={client.version} />}
      <Field name="name" label={t("fields.name")} required>
        <TextInput defaultValue={client?.name} autoComplete="organization" autoFocus={!client} />
      </Field>
      <div className="form-row">
        <Field name="email" label={t("fields.email")} hint={t("hints.email")}>
          <TextInput type="email" defaultValue={client?.email} autoComplete="off" />
        </Field>
        <Field name="phone" label={t("fields.phone")}>
          <TextInput type="tel" defaultValue={client?.phone} autoComplete="off" />
        </Field>
      </div>
      <Field name="address" label={t("fields.address")} hint={t("hints.address")}>
        <Textarea rows={3} defaultValue={client?.address} />
      </Field>
      <div className="form-row">
        <Field name="taxId" label={t("fields.taxId")}>
          <TextInput defaultValue={client?.taxId} />
        </Field>
        <Field name="currency" label={t("fields.currency")} hint={t("hints.currency")}>
          <Select
            defaultValue={chosen}
            options={commonCurrencies(chosen).map((code) => ({ value: code, label: code }))}
          />
        </Field>
      </div>
      <Field name="ownerId" label={t("fields.owner")} hint={t("hints.owner")}>
        <Picker
          placeholder={t("nobody")}
          defaultValue={client?.ownerId ?? undefined}
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Field>
      <div className="form-actions">
        <SubmitButton>{client ? t("save") : t("create")}</SubmitButton>
        <LinkButton variant="ghost" href={client ? `/clients/${client.id}` : "/clients"}>
          {t("cancel")}
        </LinkButton>
      </div>
    </ActionForm>
  )
}
