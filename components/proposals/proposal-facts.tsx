import { getTranslations } from "next-intl/server"
import { Badge } from "@/components/ui/badge"
import { Facts } from "@/components/ui/facts"
import { Money } from "@/components/ui/money"
import { Panel } from "@/components/ui/panel"
import { Day, Moment, When } from "@/components/ui/when"
import type { ProposalDetail } from "@/lib/domains/proposals/schema"

export async function ProposalFacts({ proposal }: { proposal: ProposalDetail }) {
  const t = await getTranslations("proposals")
  const at = (moment: string | null) => moment && <When at={moment} />
  const link = (href: string | null, label: string) =>
    href && (
      <a className="link" href={href}>
        {label}
      </a>
    )
  const { clientId, contractId, projectId } = proposal
  return (
    <>
      <Panel title={t("tabs.details")}>
        <Facts
          facts={[
            [t("field.total"), <Money key="total" amount={proposal.total} currency={proposal.currency} />],
            [t("field.company"), link(`/prospects/${proposal.prospectId}`, proposal.companyName)],
            [t("field.recipient"), proposal.recipientName],
            [t("field.recipientEmail"), link(`mailto:${proposal.recipientEmail}`, proposal.recipientEmail)],
            [t("field.validUntil"), proposal.validUntil && <Day key="until" on={proposal.validUntil} />],
            [t("field.sent"), at(proposal.sentAt)],
            [t("field.viewed"), at(proposal.viewedAt)],
            [t("field.decided"), at(proposal.decidedAt)],
            [t("field.reason"), proposal.declineReason],
          ]}
        />
      </Panel>
      {contractId && (
        <Panel title={t("made.title")}>
          <ul className="grid gap-2">
            <li>{link(clientId && `/clients/${clientId}`, `${t("made.client")}: ${proposal.companyName}`)}</li>
            <li>{link(`/contracts/${contractId}`, t("made.contract", { number: proposal.contractNumber ?? "" }))}</li>
            <li>{link(projectId && `/projects/${projectId}`, `${t("made.project")}: ${proposal.title}`)}</li>
          </ul>
        </Panel>
      )}
      {proposal.acceptance && <Evidence acceptance={proposal.acceptance} />}
    </>
  )
}

/** Who said yes, how, and whether the proposal still is what they said yes to. */
async function Evidence({ acceptance }: { acceptance: NonNullable<ProposalDetail["acceptance"]> }) {
  const t = await getTranslations("proposals.evidence")
  const { signerName, signerEmail, onBehalf, enteredByName, ip, userAgent, documentHash, intact, at } = acceptance
  return (
    <Panel title={t("title")}>
      <div className="grid gap-3">
        <Badge tone={intact ? "positive" : "danger"}>{intact ? t("intact") : t("changed")}</Badge>
        <Facts
          stacked
          facts={[
            [t("signer"), signerName],
            [t("email"), signerEmail],
            [t("at"), <Moment key="at" at={at} />],
            [t("how"), onBehalf ? t("onBehalf", { name: enteredByName ?? "" }) : t("own")],
            [t("ip"), ip],
            [t("userAgent"), userAgent],
            [
              t("hash"),
              <code key="hash" className="font-mono text-xs break-all">
                {documentHash}
              </code>,
            ],
          ]}
        />
      </div>
    </Panel>
  )
}
