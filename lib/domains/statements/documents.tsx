import type { FileAnswer } from "@/lib/kernel/operation"
import { Decimal, formatMoney } from "@/lib/platform/money"
import { type DocumentContent, renderDocument } from "@/lib/platform/pdf"
import { translator } from "@/lib/platform/translator"
import type { FirmProfile } from "../firms/queries"
import type { StatementOfAccount } from "./schema"

/** A statement of account on paper, in the firm's language. */
export async function statementPdf(firm: FirmProfile, statement: StatementOfAccount): Promise<FileAnswer> {
  const name = statement.client.name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-")
  return {
    filename: `statement-${name}-${statement.to}.pdf`,
    contentType: "application/pdf",
    body: await renderDocument(content(firm, statement)),
  }
}

function content(firm: FirmProfile, { client, from, to, currency, opening, closing, entries }: StatementOfAccount) {
  const { locale } = firm
  const t = translator(locale, "statements")
  const money = (amount: string) => formatMoney(amount, currency, locale)
  const day = (date: string) =>
    new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" }).format(new Date(`${date}T00:00:00Z`))
  const taxId = (id: string) => (id ? [t("taxId", { id })] : [])
  const lines = (address: string) => address.split("\n").filter(Boolean)
  const credit = new Decimal(closing).isNegative()
  return {
    brand: {
      name: firm.name,
      accent: firm.accent,
      logoKey: firm.logoKey,
      lines: [...lines(firm.address), ...taxId(firm.taxId)],
    },
    title: t("title"),
    parties: [{ label: t("for"), lines: [client.name, ...lines(client.address), ...taxId(client.taxId)] }],
    facts: [
      [t("period"), t("days", { from: day(from), to: day(to) })],
      [t(credit ? "credit" : "owed"), money(new Decimal(closing).abs().toFixed())],
    ],
    table: {
      columns: [
        { label: t("on"), share: 1.2 },
        { label: t("what"), share: 3 },
        { label: t("amount"), align: "end", share: 1.4 },
        { label: t("balance"), align: "end", share: 1.4 },
      ],
      rows: [
        [day(from), t("opening"), "", money(opening)],
        ...entries.map(({ on, kind, reference, amount, balance }) => [
          day(on),
          reference
            ? { text: t(`kinds.${kind as "invoice.issued"}`), note: reference }
            : t(`kinds.${kind as "invoice.issued"}`),
          money(amount),
          money(balance),
        ]),
      ],
    },
    totals: [{ label: t("closing", { day: day(to) }), value: money(closing), strong: true }],
    footer: [[firm.name, ...lines(firm.address)].join(" · ")],
    locale,
    date: new Date(`${to}T00:00:00Z`),
  } satisfies DocumentContent
}
