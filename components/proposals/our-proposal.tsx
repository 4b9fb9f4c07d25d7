import { Download } from "lucide-react"
import { getTranslations } from "next-intl/server"
import { Page } from "@/components/shell/page"
import { Banner } from "@/components/ui/banner"
import { LinkButton } from "@/components/ui/button"
import { acceptOurProposalAction, declineOurProposalAction } from "@/lib/domains/proposals/actions"
import type { Offer } from "@/lib/domains/proposals/schema"
import { OfferAnswer } from "./offer-answer"
import { OfferDocument } from "./offer-document"
import { OfferState } from "./offer-page"

type Props = { offer: Offer; person: { name: string; email: string }; mayAnswer: boolean }

/** A proposal in the portal, answered in one's own name. */
export async function OurProposal({ offer, person, mayAnswer }: Props) {
  const t = await getTranslations("proposals")
  return (
    <Page title={offer.title} breadcrumbs={[{ label: t("portal.title"), href: "/proposals" }]} width="narrow">
      <OfferState offer={offer} signedIn />
      <div className="panel p-5 sm:p-8">
        <OfferDocument offer={offer} firmName={offer.firm.name} heading={null} />
      </div>
      <div className="no-print">
        <LinkButton href={`/api/v1/portal/proposals/${offer.id}/pdf`} download icon={Download}>
          {t("offer.pdf")}
        </LinkButton>
      </div>
      {offer.status === "sent" &&
        (mayAnswer ? (
          <OfferAnswer
            offer={offer}
            subject={{ id: offer.id }}
            accept={acceptOurProposalAction}
            decline={declineOurProposalAction}
            signer={person}
          />
        ) : (
          <Banner title={t("portal.viewer")} />
        ))}
    </Page>
  )
}
