import { Download } from "lucide-react"
import { getLocale, getTimeZone, getTranslations } from "next-intl/server"
import { Banner } from "@/components/ui/banner"
import { LinkButton } from "@/components/ui/button"
import { formatDay } from "@/components/ui/format"
import { acceptByLinkAction, declineByLinkAction } from "@/lib/domains/proposals/actions"
import type { Offer } from "@/lib/domains/proposals/schema"
import { OfferAnswer } from "./offer-answer"
import { OfferDocument } from "./offer-document"

/** The page behind a proposal's link: read it, and say yes or no. */
export async function OfferPage({ offer, token }: { offer: Offer; token: string }) {
  const t = await getTranslations("proposals.offer")
  return (
    <div className="page page-narrow grid gap-8">
      <title>{offer.title}</title>
      <OfferState offer={offer} />
      <OfferDocument offer={offer} firmName={offer.firm.name} />
      <div className="no-print">
        <LinkButton href={`/api/v1/public/proposals/${token}/pdf`} download icon={Download}>
          {t("pdf")}
        </LinkButton>
      </div>
      {offer.status === "sent" && (
        <OfferAnswer offer={offer} subject={{ token }} accept={acceptByLinkAction} decline={declineByLinkAction} />
      )}
    </div>
  )
}

/** What has become of the proposal, said before everything else. */
export async function OfferState({ offer, signedIn }: { offer: Offer; signedIn?: boolean }) {
  const [t, locale, timeZone] = await Promise.all([getTranslations("proposals.offer"), getLocale(), getTimeZone()])
  const firm = offer.firm.name
  const dayOf = (at: string) => formatDay(locale, new Intl.DateTimeFormat("en-CA", { timeZone }).format(new Date(at)))
  const { acceptedBy, status, validUntil } = offer
  if (acceptedBy)
    return (
      <Banner
        tone="positive"
        title={
          acceptedBy.onBehalf
            ? t("acceptedOnBehalf", { day: dayOf(acceptedBy.at), firm })
            : t("thanks", { name: acceptedBy.name })
        }
      >
        {!acceptedBy.onBehalf && <p>{signedIn ? t("thanksBodyPortal", { firm }) : t("thanksBody", { firm })}</p>}
      </Banner>
    )
  if (status === "declined")
    return (
      <Banner tone="info" title={t("declined")}>
        <p>{t("declinedBody", { firm })}</p>
      </Banner>
    )
  if (status === "expired" && validUntil)
    return (
      <Banner tone="warning" title={t("expired")}>
        <p>{t("expiredBody", { firm, day: formatDay(locale, validUntil) })}</p>
      </Banner>
    )
  return null
}
