import { getTranslations } from "next-intl/server"
import { Prose } from "@/components/proposals/prose"
import { Facts } from "@/components/ui/facts"
import { Money } from "@/components/ui/money"
import { Panel } from "@/components/ui/panel"
import { Day, Moment } from "@/components/ui/when"
import type { OurContract as Contract } from "@/lib/domains/contracts/schema"

export async function OurContract({ contract, firmName }: { contract: Contract; firmName: string }) {
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
    </>
  )
}
