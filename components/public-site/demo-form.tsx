import Link from "next/link"
import { getTranslations } from "next-intl/server"
import { ActionForm } from "@/components/ui/action-form"
import { Field } from "@/components/ui/field"
import { Select } from "@/components/ui/select"
import { SubmitButton } from "@/components/ui/submit-button"
import { TextInput } from "@/components/ui/text-input"
import { Textarea } from "@/components/ui/textarea"
import { requestDemoAction } from "@/lib/domains/sign-up/actions"
import { newDemoRequest } from "@/lib/domains/sign-up/schema"

const sizes = newDemoRequest.shape.people.unwrap().options

export async function DemoForm() {
  const t = await getTranslations("sign-up.demoField")
  const names = ["name", "email", "company", "people", "message"] as const
  return (
    <ActionForm action={requestDemoAction} labels={Object.fromEntries(names.map((name) => [name, t(name)]))}>
      <Field name="name" label={t("name")} required>
        <TextInput autoComplete="name" maxLength={120} />
      </Field>
      <Field name="email" label={t("email")} required>
        <TextInput type="email" autoComplete="email" />
      </Field>
      <div className="form-row">
        <Field name="company" label={t("company")} required>
          <TextInput autoComplete="organization" maxLength={160} />
        </Field>
        <Field name="people" label={t("people")}>
          <Select options={sizes.map((value) => ({ value, label: t(`sizes.${value}`) }))} defaultValue={sizes[0]} />
        </Field>
      </div>
      <Field name="message" label={t("message")} hint={t("messageHint")}>
        <Textarea rows={4} maxLength={2000} />
      </Field>
      <SubmitButton size="lg" wide>
        {t("submit")}
      </SubmitButton>
      <p className="hint block">
        {t.rich("privacy", {
          link: (text) => (
            <Link href="/privacy" className="link" prefetch={false}>
              {text}
            </Link>
          ),
        })}
      </p>
    </ActionForm>
  )
}
