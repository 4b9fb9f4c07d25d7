import { getTranslations } from "next-intl/server"
import { ActionForm } from "@/components/ui/action-form"
import { Checkbox } from "@/components/ui/checkbox"
import { Field } from "@/components/ui/field"
import type { FormAction } from "@/components/ui/form-state"
import { SubmitButton } from "@/components/ui/submit-button"
import { TextInput } from "@/components/ui/text-input"
import { Textarea } from "@/components/ui/textarea"
import type { Offer } from "@/lib/domains/proposals/schema"
import { minorUnits } from "@/lib/platform/money"
import { OptionChoice } from "./option-choice"

type Props = {
  offer: Offer
  /** How the answer names the proposal: its link's secret, or its id. */
  subject: { token: string } | { id: string }
  accept: FormAction
  decline: FormAction
  /** Who is signed in, when somebody is. */
  signer?: { name: string; email: string }
}

/** Yes with a name and a tick, or no with a reason: two plain forms. */
export async function OfferAnswer({ offer, subject, accept, decline, signer }: Props) {
  const t = await getTranslations("proposals.offer")
  const { currency, lines } = offer
  const hidden = Object.entries(subject).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ))
  return (
    <>
      <section className="offer-answer no-print" id="accept" aria-labelledby="accept-title">
        <h2 id="accept-title">{t("acceptTitle")}</h2>
        <ActionForm
          action={accept}
          guard={false}
          labels={{ signerName: t("name"), signerEmail: t("email"), agreed: t("accept") }}
        >
          {hidden}
          <OptionChoice
            lines={lines}
            currency={currency}
            digits={minorUnits(currency)}
            words={{ options: t("optional"), take: t("optionTake"), total: t("total") }}
          />
          <div className="form-row">
            <Field name="signerName" label={t("name")} required>
              <TextInput autoComplete="name" defaultValue={signer?.name} />
            </Field>
            <Field name="signerEmail" label={t("email")} required>
              <TextInput type="email" autoComplete="email" defaultValue={signer?.email} />
            </Field>
          </div>
          <input type="hidden" name="agreed" value="false" />
          <Checkbox name="agreed" label={t("agree", { company: offer.companyName })} required />
          <p className="hint">{t("acceptBody")}</p>
          <SubmitButton size="lg" wide>
            {t("accept")}
          </SubmitButton>
        </ActionForm>
      </section>
      <details className="no-print">
        <summary className="link cursor-pointer py-2">{t("decline")}</summary>
        <ActionForm action={decline} guard={false} className="form mt-3">
          {hidden}
          <Field name="reason" label={t("declineReason")}>
            <Textarea rows={3} />
          </Field>
          <div className="form-actions">
            <SubmitButton variant="secondary">{t("declineSend")}</SubmitButton>
          </div>
        </ActionForm>
      </details>
    </>
  )
}
