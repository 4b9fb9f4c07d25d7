import Link from "next/link"
import { getTranslations } from "next-intl/server"
import { commonCurrencies } from "@/components/clients/currencies"
import { ActionForm } from "@/components/ui/action-form"
import { Field } from "@/components/ui/field"
import { Select } from "@/components/ui/select"
import { SubmitButton } from "@/components/ui/submit-button"
import { TextInput } from "@/components/ui/text-input"
import { signUpAction } from "@/lib/domains/sign-up/actions"
import { env } from "@/lib/platform/env"
import { FirmAddress } from "./firm-address"
import { NewPassword } from "./new-password"
import { ZoneSelect } from "./zone-select"

const fields = ["firmName", "subdomain", "name", "email", "password", "timeZone", "currency"] as const
const zones = ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")].join("\n")

/** Firm and owner on one page; works without a script, and what was typed survives a refusal. */
export async function SignUpForm({ locale, currency }: { locale: string; currency: string }) {
  const t = await getTranslations("sign-up")
  const names = new Intl.DisplayNames(locale, { type: "currency" })
  const words = Object.fromEntries(fields.map((name) => [name, t(`field.${name}`)])) as Record<string, string>
  return (
    <ActionForm action={signUpAction} labels={words}>
      <FirmAddress
        domain={`.${env.ROOT_DOMAIN}`}
        free={t("address.free", { address: "{address}" })}
        words={{
          firmName: t("field.firmName"),
          subdomain: t("field.subdomain"),
          hint: t("field.subdomainHint"),
          checking: t("address.checking"),
          taken: t("refusals.taken"),
          malformed: t("refusals.subdomainForm"),
        }}
      />
      <Field name="name" label={words.name} required>
        <TextInput autoComplete="name" maxLength={120} />
      </Field>
      <Field name="email" label={words.email} hint={t("field.emailHint")} required>
        <TextInput type="email" autoComplete="username" />
      </Field>
      <Field name="password" label={words.password} hint={t("field.passwordHint")} required>
        <NewPassword words={{ show: t("field.show"), hide: t("field.hide"), showLabel: t("field.showLabel") }} />
      </Field>
      <div className="form-row">
        <Field name="timeZone" label={words.timeZone}>
          <ZoneSelect zones={zones} />
        </Field>
        <Field name="currency" label={words.currency}>
          <Select
            defaultValue={currency}
            options={commonCurrencies(currency).map((value) => ({ value, label: `${value} · ${names.of(value)}` }))}
          />
        </Field>
      </div>
      <SubmitButton size="lg" wide>
        {t("submit")}
      </SubmitButton>
      <p className="hint block">
        {t.rich("agree", {
          privacy: (text) => <PageLink href="/privacy">{text}</PageLink>,
          security: (text) => <PageLink href="/security">{text}</PageLink>,
        })}
      </p>
    </ActionForm>
  )
}

function PageLink({ href, children }: { href: string; children: React.ReactNode }) {
  return (
    <Link href={href} className="link" prefetch={false}>
      {children}
    </Link>
  )
}
