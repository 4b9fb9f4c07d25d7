import { getTranslations } from "next-intl/server"
import { Prose } from "@/components/proposals/prose"
import { ActionForm } from "@/components/ui/action-form"
import { Checkbox } from "@/components/ui/checkbox"
import { Facts } from "@/components/ui/facts"
import { Field } from "@/components/ui/field"
import { Money } from "@/components/ui/money"
import { Panel } from "@/components/ui/panel"
import { SubmitButton } from "@/components/ui/submit-button"
import { TextInput } from "@/components/ui/text-input"
import { Day, Moment } from "@/components/ui/when"
import { signOurContractAction } from "@/lib/domains/contracts/actions"
import type { OurContract as Contract } from "@/lib/domains/contracts/schema"

type Props = { contract: Contract; firmName: string; signer: string | null }

/** `signer`: who may sign it now, if somebody may. */
export async function OurContract({ contract, firmName, signer }: Props) {
  const t = await getTranslations("contracts")
  const { signedAt, signedOnBehalf, signerName } = contract
  return (
    <>
      <Panel>
        <Facts
          facts={[
            [t("portal.value"), <Money key="value" amount={contract.total} currency={contract.currency} />],
            [t("portal.begins"), contract.startsOn && <Day key="begins" on={contract.startsOn} />],
            [t("field.endsOn"), contract.endsOn && <Day key="ends" on={contract.endsOn} />],
            [t("field.signed"), signedAt && <Moment key="signed" at={signedAt} />],
            [t("field.signer"), signedAt && !signedOnBehalf && signerName],
            [t("field.how"), signedOnBehalf && t("portal.recorded", { firm: firmName })],
          ]}
        />
      </Panel>
      {contract.terms && (
        <Panel title={t("portal.terms")}>
          <Prose text={contract.terms} />
        </Panel>
      )}
      {contract.status === "sent" && signer !== null && (
        <section className="offer-answer no-print" aria-labelledby="sign-title">
          <h2 id="sign-title">{t("portal.signTitle")}</h2>
          <ActionForm
            action={signOurContractAction}
            guard={false}
            labels={{ signerName: t("portal.name"), agreed: t("portal.sign") }}
          >
            <input type="hidden" name="id" value={contract.id} />
            <Field name="signerName" label={t("portal.name")} required>
              <TextInput autoComplete="name" defaultValue={signer} />
            </Field>
            <input type="hidden" name="agreed" value="false" />
            <Checkbox name="agreed" label={t("portal.agree")} required />
            <p className="hint">{t("portal.signBody")}</p>
            <SubmitButton size="lg" wide>
              {t("portal.sign")}
            </SubmitButton>
          </ActionForm>
        </section>
      )}
    </>
  )
}
