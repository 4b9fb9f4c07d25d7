import { RecordTimeline } from "@/components/audit/record-timeline"
import { Panel } from "@/components/ui/panel"
import type { ProposalDetail } from "@/lib/domains/proposals/schema"
import { OfferDocument } from "./offer-document"
import { ProposalDialogs } from "./proposal-dialogs"
import { ProposalNext } from "./proposal-next"

type Props = { proposal: ProposalDetail; firmName: string; mayWrite: boolean }

/** The next step, the proposal as its client sees it, and what happened. */
export function ProposalBody({ proposal, firmName, mayWrite }: Props) {
  return (
    <>
      <ProposalNext proposal={proposal} mayWrite={mayWrite} />
      <Panel>
        <div className="mx-auto max-w-2xl py-4">
          <OfferDocument offer={proposal} firmName={firmName} heading="h2" />
        </div>
      </Panel>
      <RecordTimeline subjectId={proposal.id} />
      {mayWrite && <ProposalDialogs proposal={proposal} />}
    </>
  )
}
