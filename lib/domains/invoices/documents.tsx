import { createTranslator } from "use-intl/core"
import { defaultLocale, isLocale, messagesFor } from "@/lib/platform/messages"
import { Decimal, formatDecimal, formatMoney } from "@/lib/platform/money"
import type { DocumentContent } from "@/lib/platform/pdf"
import type { InvoiceStatus } from "./schema"

export type Paper = {
  firm: { name: string; accent: string; address: string; taxId: string; locale: string; logoKey: string | null }
  client: { name: string; address: string; taxId: string }
  invoice: {
    number: string | null
    status: InvoiceStatus
    currency: string
    subtotal: string
    taxTotal: string
    total: string
    amountPaid: string
    amountDue: string
    issuedOn: string | null
    dueOn: string | null
    notes: string
    createdAt: string
  }
  lines: { description: string; quantity: string; unitPrice: string; taxRate: string; amount: string; tax: string }[]
}

const stamped: Partial<Record<InvoiceStatus, "draft" | "part_paid" | "paid" | "void">> = {
  draft: "draft",
  part_paid: "part_paid",
  paid: "paid",
  void: "void",
}

/** What an invoice is called where it is saved. */
export const invoiceFileName = ({ number }: { number: string | null }) => `${number ?? "invoice-draft"}.pdf`

/** An invoice as paper, in the firm's language. */
export function invoiceDocument({ firm, client, invoice, lines }: Paper): DocumentContent {
  const locale = isLocale(firm.locale) ? firm.locale : defaultLocale
  const t = createTranslator({ locale, messages: messagesFor(locale), namespace: "invoices" })
  const money = (amount: string) => formatMoney(amount, invoice.currency, firm.locale)
  const figure = (amount: string) => formatDecimal(amount, firm.locale)
  const date = (day: string) =>
    new Intl.DateTimeFormat(firm.locale, { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`))
  const stamp = stamped[invoice.status]
  const paid = !new Decimal(invoice.amountPaid).isZero()
  const taxId = (id: string) => (id ? [t("paper.taxId", { id })] : [])

  return {
    brand: {
      name: firm.name,
      accent: firm.accent,
      logoKey: firm.logoKey,
      lines: [...addressLines(firm.address), ...taxId(firm.taxId)],
    },
    title: t("paper.title"),
    number: invoice.number ?? undefined,
    status: stamp && t(`paper.stamp.${stamp}`),
    parties: [
      {
        label: t("paper.billTo"),
        lines: [client.name, ...addressLines(client.address), ...taxId(client.taxId)],
      },
    ],
    facts: [
      ...(invoice.issuedOn ? [[t("paper.issuedOn"), date(invoice.issuedOn)] as [string, string]] : []),
      ...(invoice.dueOn ? [[t("paper.dueOn"), date(invoice.dueOn)] as [string, string]] : []),
      [t("paper.amountDue"), money(invoice.amountDue)],
    ],
    table: {
      columns: [
        { label: t("paper.description"), share: 4 },
        { label: t("paper.quantity"), align: "end" },
        { label: t("paper.unitPrice"), align: "end", share: 1.4 },
        { label: t("paper.taxRate"), align: "end", share: 0.9 },
        { label: t("paper.amount"), align: "end", share: 1.6 },
      ],
      rows: lines.map((line) => [
        line.description,
        figure(line.quantity),
        money(line.unitPrice),
        `${figure(line.taxRate)} %`,
        money(line.amount),
      ]),
    },
    totals: [
      { label: t("paper.subtotal"), value: money(invoice.subtotal) },
      { label: t("paper.tax"), value: money(invoice.taxTotal) },
      { label: t("paper.total"), value: money(invoice.total), strong: !paid },
      ...(paid
        ? [
            { label: t("paper.amountPaid"), value: money(new Decimal(invoice.amountPaid).negated().toFixed()) },
            { label: t("paper.amountDue"), value: money(invoice.amountDue), strong: true },
          ]
        : []),
    ],
    notes: invoice.notes ? [{ kind: "paragraph", text: invoice.notes }] : [],
    footer: [[firm.name, ...addressLines(firm.address)].join(" · ")],
    locale,
    date: new Date(invoice.issuedOn ?? invoice.createdAt),
  }
}

const addressLines = (address: string) => address.split("\n").filter(Boolean)
