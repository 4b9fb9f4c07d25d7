import type { FileAnswer } from "@/lib/kernel/operation"
import { formatDecimal, formatMoney } from "@/lib/platform/money"
import type { DocumentContent } from "@/lib/platform/pdf-content"
import { proseBlocks } from "@/lib/platform/pdf-prose"
import { storedDocument } from "@/lib/platform/pdf-stored"
import { translator } from "@/lib/platform/translator"
import type { FirmProfile } from "../firms/queries"
import type { ProposalLine, ProposalStatus } from "./schema"

type Printed = {
  id: string
  number: string
  title: string
  intro: string
  terms: string
  companyName: string
  recipientName: string
  currency: string
  status: ProposalStatus
  validUntil: string | null
  sentAt: string | null
  createdAt: string
  subtotal: string
  taxTotal: string
  total: string
  lines: ProposalLine[]
}

/** A proposal on paper, in the firm's language. */
export async function proposalPdf(firm: FirmProfile, proposal: Printed): Promise<FileAnswer> {
  const body = await storedDocument(`${firm.id}/proposals/${proposal.id}`, content(firm, proposal))
  return { filename: `${proposal.number}.pdf`, contentType: "application/pdf", body }
}

function content(firm: FirmProfile, proposal: Printed): DocumentContent {
  const { locale, timeZone } = firm
  const t = translator(locale, "proposals")
  const money = (amount: string) => formatMoney(amount, proposal.currency, locale)
  const day = (value: string | Date, zone: string) =>
    new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: zone }).format(new Date(value))
  const date = new Date(proposal.sentAt ?? proposal.createdAt)
  const taxed = proposal.lines.some(({ taxRate }) => Number(taxRate) !== 0)
  return {
    brand: { name: firm.name, accent: firm.accent, logoKey: firm.logoKey, lines: firm.address.split("\n") },
    title: t("pdf.title"),
    number: proposal.number,
    status: proposal.status === "draft" || proposal.status === "accepted" ? t(`status.${proposal.status}`) : undefined,
    parties: [{ label: t("pdf.for"), lines: [proposal.companyName, proposal.recipientName] }],
    facts: [
      [t("pdf.date"), day(date, timeZone)],
      ...(proposal.validUntil ? [[t("pdf.validUntil"), day(proposal.validUntil, "UTC")] as [string, string]] : []),
    ],
    sections: [{ kind: "heading", text: proposal.title }, ...proseBlocks(proposal.intro)],
    table: {
      columns: [
        { label: t("pdf.description"), share: 4 },
        { label: t("pdf.quantity"), align: "end" },
        { label: t("pdf.unitPrice"), align: "end", share: 1.5 },
        ...(taxed ? [{ label: t("pdf.taxRate"), align: "end" as const }] : []),
        { label: t("pdf.amount"), align: "end", share: 1.5 },
      ],
      rows: proposal.lines.map((line) => [
        line.optional
          ? { text: line.description, note: t(line.selected ? "pdf.optionalTaken" : "pdf.optional") }
          : line.description,
        formatDecimal(line.quantity, locale),
        money(line.unitPrice),
        ...(taxed ? [t("pdf.percent", { rate: formatDecimal(line.taxRate, locale) })] : []),
        money(line.amount),
      ]),
    },
    totals: [
      ...(taxed
        ? [
            { label: t("pdf.subtotal"), value: money(proposal.subtotal) },
            { label: t("pdf.tax"), value: money(proposal.taxTotal) },
          ]
        : []),
      { label: t("pdf.total"), value: money(proposal.total), strong: true },
    ],
    notes: proposal.terms ? [{ kind: "heading", text: t("pdf.terms") }, ...proseBlocks(proposal.terms)] : [],
    footer: [[firm.name, firm.taxId && t("pdf.taxId", { taxId: firm.taxId })].filter(Boolean).join(" · ")],
    locale,
    date,
  }
}
