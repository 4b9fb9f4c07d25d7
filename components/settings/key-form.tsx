"use client"

import { ActionForm } from "@/components/ui/action-form"
import { Banner } from "@/components/ui/banner"
import { CopyField } from "@/components/ui/copy-field"
import { Field } from "@/components/ui/field"
import { Select } from "@/components/ui/select"
import { SubmitButton } from "@/components/ui/submit-button"
import { TextInput } from "@/components/ui/text-input"
import { createApiKeyAction } from "@/lib/domains/api-keys/actions"

type KeyFormProps = {
  words: Record<"name" | "nameHint" | "ends" | "scopes" | "create" | "key" | "made", string>
  lifetimes: { value: string; label: string }[]
  areas: { area: string; scopes: { value: string; label: string }[] }[]
}

/** Makes a key and shows it, this once. */
export function KeyForm({ words, lifetimes, areas }: KeyFormProps) {
  return (
    <ActionForm
      action={createApiKeyAction}
      labels={{ name: words.name, scopes: words.scopes }}
      result={(data) => (
        <Banner tone="positive" title={words.made}>
          <div className="mt-2">
            <CopyField label={words.key} value={(data as { key: string }).key} />
          </div>
        </Banner>
      )}
    >
      <div className="form-row">
        <Field name="name" label={words.name} hint={words.nameHint} required>
          <TextInput autoComplete="off" maxLength={100} />
        </Field>
        <Field name="days" label={words.ends}>
          <Select options={lifetimes} defaultValue="365" />
        </Field>
      </div>
      <Field name="scopes" label={words.scopes} required group>
        <div className="grid gap-x-8 sm:grid-cols-2">
          {areas.map(({ area, scopes }) => (
            <div key={area} className="flex flex-wrap items-center gap-x-4 border-b border-line py-1">
              <span className="min-w-24 text-sm">{area}</span>
              {scopes.map(({ value, label }) => (
                <label key={value} className="choice">
                  <input type="checkbox" name="scopes" value={value} aria-label={`${area}: ${label}`} />
                  <span>{label}</span>
                </label>
              ))}
            </div>
          ))}
        </div>
      </Field>
      <div className="form-actions">
        <SubmitButton>{words.create}</SubmitButton>
      </div>
    </ActionForm>
  )
}
