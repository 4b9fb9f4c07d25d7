import { getLocale, getTimeZone, getTranslations } from "next-intl/server"
import { formatDay, formatMoney } from "@/components/ui/format"
import type { ProposalLine } from "@/lib/domains/proposals/schema"
import { formatDecimal } from "@/lib/platform/money"
import { Prose } from "./prose"

export type Shown = {
  number: string
  title: string
  intro: string
  terms: string
  companyName: string
  recipientName: string
  currency: string
  validUntil: string | null
  sentAt: string | null
  subtotal: string
  taxTotal: string
  total: string
  lines: ProposalLine[]
}

/** A proposal to be read: what its client sees, and the firm before sending it. */
export async function OfferDocument({
  offer,
  firmName,
  heading: Title = "h1",
}: {
  offer: Shown
  firmName: string
  /** None where the page around it says the title already. */
  heading?: "h1" | "h2" | null
}) {
  const [t, locale, timeZone] = await Promise.all([getTranslations("proposals.offer"), getLocale(), getTimeZone()])
  const field = await getTranslations("proposals.field")
  const money = (amount: string) => formatMoney(locale, amount, offer.currency)
  const sentOn = offer.sentAt && new Intl.DateTimeFormat("en-CA", { timeZone }).format(new Date(offer.sentAt))
  return (
    <article className="offer">
      <header className="offer-head">
        <p>{t("kicker", { number: offer.number })}</p>
        {Title && <Title>{offer.title}</Title>}
        <p>
          {[
            t("for", { company: offer.companyName }),
            t("from", { firm: firmName }),
            sentOn && t("sent", { day: formatDay(locale, sentOn) }),
            offer.validUntil && t("validUntil", { day: formatDay(locale, offer.validUntil) }),
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
      </header>
      {offer.intro && <Prose text={offer.intro} />}
      {offer.lines.length > 0 && (
        <section className="grid gap-4">
          <h2>{t("services")}</h2>
          <ul className="offer-lines">
            {offer.lines.map((line) => (
              <li key={line.id} data-left-out={(line.optional && !line.selected) || undefined}>
                <span className="whitespace-pre-line">{line.description}</span>
                <span className="num">{money(line.amount)}</span>
                <small>
                  {[
                    line.optional && `${t("optional")}: ${line.selected ? t("included") : t("notIncluded")}`,
                    t("each", { quantity: formatDecimal(line.quantity, locale), price: money(line.unitPrice) }),
                    Number(line.taxRate) > 0 && t("taxed", { rate: formatDecimal(line.taxRate, locale) }),
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </small>
              </li>
            ))}
          </ul>
          <div className="offer-totals">
            {Number(offer.taxTotal) !== 0 && (
              <>
                <div>
                  <span>{field("subtotal")}</span>
                  <span className="num">{money(offer.subtotal)}</span>
                </div>
                <div>
                  <span>{field("tax")}</span>
                  <span className="num">{money(offer.taxTotal)}</span>
                </div>
              </>
            )}
            <div>
              <span>{t("total")}</span>
              <span className="num">{money(offer.total)}</span>
            </div>
          </div>
        </section>
      )}
      {offer.terms && (
        <section className="grid gap-3">
          <h2>{t("terms")}</h2>
          <Prose text={offer.terms} />
        </section>
      )}
    </article>
  )
}
