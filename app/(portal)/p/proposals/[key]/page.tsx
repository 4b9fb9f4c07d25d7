import { permitted, viewer } from "@/components/navigation/permitted"
import { OfferPage } from "@/components/proposals/offer-page"
import { OurProposal } from "@/components/proposals/our-proposal"
import { readOurProposal } from "@/lib/domains/proposals/portal"
import { readOffer } from "@/lib/domains/proposals/public"
import { load } from "@/lib/kernel/load"

export const metadata = { robots: { index: false }, referrer: "same-origin" as const }

/** Behind a link's secret anybody may read and answer; behind an id only who is signed in. */
export default async function ProposalPage({ params }: { params: Promise<{ key: string }> }) {
  const { key } = await params
  if (key.startsWith("prp_")) return <OfferPage offer={await load(readOffer, { token: key })} token={key} />
  const [offer, person, may] = await Promise.all([load(readOurProposal, { id: key }), viewer(), permitted()])
  return <OurProposal offer={offer} person={person!} mayAnswer={may("portal:write")} />
}
