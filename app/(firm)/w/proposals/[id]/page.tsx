import { getTranslations } from "next-intl/server"
import { permitted, viewer } from "@/components/navigation/permitted"
import { ProposalBody } from "@/components/proposals/proposal-body"
import { ProposalFacts } from "@/components/proposals/proposal-facts"
import { proposalMenu } from "@/components/proposals/proposal-menu"
import { proposalStates } from "@/components/proposals/proposal-words"
import { Page } from "@/components/shell/page"
import { StatusBadge } from "@/components/ui/badge"
import { readProposal } from "@/lib/domains/proposals/operations/editing"
import { load } from "@/lib/kernel/load"

export default async function ProposalPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const [proposal, may, person, t, states] = await Promise.all([
    load(readProposal, { id }),
    permitted(),
    viewer(),
    getTranslations("proposals"),
    proposalStates(),
  ])
  const mayWrite = may("proposals:write")
  return (
    <Page
      title={proposal.title}
      breadcrumbs={[{ label: t("title"), href: "/proposals" }]}
      status={<StatusBadge status={proposal.status} vocabulary={states} />}
      subtitle={`${proposal.number} · ${proposal.companyName}`}
      more={await proposalMenu(proposal, mayWrite)}
      aside={<ProposalFacts proposal={proposal} />}
    >
      <ProposalBody proposal={proposal} firmName={person?.firm?.name ?? ""} mayWrite={mayWrite} />
    </Page>
  )
}
