import { getTranslations } from "next-intl/server"
import { ActionForm } from "@/components/ui/action-form"
import { LinkButton } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import { Field } from "@/components/ui/field"
import { SubmitButton } from "@/components/ui/submit-button"
import { TextInput } from "@/components/ui/text-input"
import { Textarea } from "@/components/ui/textarea"
import { submitPublicFormAction } from "@/lib/domains/leads/actions"
import { StartedField } from "./started-field"

type Campaign = Record<"utmSource" | "utmMedium" | "utmCampaign" | "utmTerm" | "utmContent", string | undefined>
type Form = { slug: string; title: string; intro: string; consentText: string; firmName: string; started: string }

/** Plain HTML that works everywhere; the field that people can't see is for programs. */
export async function PublicForm({ form, campaign }: { form: Form; campaign: Partial<Campaign> }) {
  const t = await getTranslations("leads.public")
  const names = ["companyName", "contactName", "email", "phone", "message"] as const
  return (
    <div className="page page-narrow grid max-w-2xl gap-6">
      <title>{form.title}</title>
      <header className="grid gap-2">
        <h1 className="text-3xl">{form.title}</h1>
        {form.intro && <p className="whitespace-pre-line text-md text-muted">{form.intro}</p>}
      </header>
      <ActionForm
        action={submitPublicFormAction}
        labels={Object.fromEntries(names.map((name) => [name, t(name)]))}
        className="form panel panel-body"
      >
        <input type="hidden" name="slug" value={form.slug} />
        <StartedField value={form.started} />
        {Object.entries(campaign).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Field name="contactName" label={t("contactName")} required>
          <TextInput autoComplete="name" />
        </Field>
        <Field name="companyName" label={t("companyName")} required>
          <TextInput autoComplete="organization" />
        </Field>
        <Field name="email" label={t("email")} required>
          <TextInput type="email" autoComplete="email" />
        </Field>
        <Field name="phone" label={`${t("phone")} (${t("optional")})`}>
          <TextInput type="tel" autoComplete="tel" />
        </Field>
        <Field name="message" label={t("message")}>
          <Textarea rows={5} />
        </Field>
        <div className="sr-only" aria-hidden>
          <label htmlFor="website">{t("website")}</label>
          <input id="website" name="website" tabIndex={-1} autoComplete="off" />
        </div>
        {form.consentText && <Checkbox name="consent" label={form.consentText} />}
        <div className="form-actions">
          <SubmitButton size="lg" wide>
            {t("send")}
          </SubmitButton>
        </div>
        <p className="hint">{t("privacy", { firm: form.firmName })}</p>
      </ActionForm>
    </div>
  )
}

export async function FormThanks({ slug, firmName }: { slug: string; firmName: string }) {
  const t = await getTranslations("leads.public")
  return (
    <div className="page page-narrow grid justify-items-center gap-4 py-16 text-center">
      <title>{t("thanks")}</title>
      <h1 className="text-3xl">{t("thanks")}</h1>
      <p className="text-md text-muted" role="status">
        {t("thanksBody", { firm: firmName })}
      </p>
      <div>
        <LinkButton href={`/forms/${slug}`}>{t("again")}</LinkButton>
      </div>
    </div>
  )
}
