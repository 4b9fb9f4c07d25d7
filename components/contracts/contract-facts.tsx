import { getTranslations } from "next-intl/server"
import { Facts } from "@/components/ui/facts"
import { Money } from "@/components/ui/money"
import { Panel } from "@/components/ui/panel"
import { Day, Moment, When } from "@/components/ui/when"
import type { Contract } from "@/lib/domains/contracts/schema"

export async function ContractFacts({ contract }: { contract: Contract }) {
  const t = await getTranslations("contracts")
  const { status, signedOnBehalf, signerName, proposalId, proposalNumber } = contract
  const how =
    status === "signed"
      ? t(signedOnBehalf ? "how.onBehalf" : "how.own")
      : signedOnBehalf && t("how.agreed", { name: signerName ?? "" })
  return (
    <Panel title={t("detail.facts")}>
      <Facts
        facts={[
          [
            t("field.client"),
            <a key="client" className="link" href={`/clients/${contract.clientId}`}>
              {contract.clientName}
            </a>,
          ],
          [t("field.total"), <Money key="total" amount={contract.total} currency={contract.currency} />],
          [
            t("field.proposal"),
            proposalId && (
              <a className="link" href={`/proposals/${proposalId}`}>
                {proposalNumber}
              </a>
            ),
          ],
          [t("field.startsOn"), contract.startsOn && <Day key="starts" on={contract.startsOn} />],
          [t("field.endsOn"), contract.endsOn && <Day key="ends" on={contract.endsOn} />],
          [t("field.sent"), contract.sentAt && <When key="sent" at={contract.sentAt} />],
          [t("field.signed"), contract.signedAt && <Moment key="signed" at={contract.signedAt} />],
          [t("field.signer"), contract.signedAt && signerName],
          [t("field.how"), how],
        ]}
      />
    </Panel>
  )
}
