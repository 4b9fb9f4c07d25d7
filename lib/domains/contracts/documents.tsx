import type { FileAnswer } from "@/lib/kernel/operation"
import { formatDecimal, formatMoney } from "@/lib/platform/money"
import type { DocumentContent, Fact } from "@/lib/platform/pdf-content"
import { proseBlocks } from "@/lib/platform/pdf-prose"
import { storedDocument } from "@/lib/platform/pdf-stored"
import { translator } from "@/lib/platform/translator"
import type { FirmProfile } from "../firms/queries"
import type { OurContract } from "./schema"

type Line = { description: string; quantity: string; unitPrice: string; amount: string; tax: string }
export type PrintedContract = {
  firm: FirmProfile
  client: { name: string; address: string }
  contract: OurContract
  lines: Line[]
}

/** A contract on paper; made when it is asked for and kept until its content changes. */
export async function contractPdf(printed: PrintedContract): Promise<FileAnswer> {
  const { firm, contract } = printed
  const body = await storedDocument(`${firm.id}/contracts/${contract.id}`, content(printed))
  return { filename: `${contract.number}.pdf`, contentType: "application/pdf", body }
}

function content({ firm, client, contract, lines }: PrintedContract): DocumentContent {
  const { locale, timeZone } = firm
  const t = translator(locale, "contracts")
  const money = (amount: string) => formatMoney(amount, contract.currency, locale)
  const moment = (at: string) =>
    new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "long", timeZone }).format(new Date(at))
  const day = (on: string) =>
    new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(new Date(on))
  const facts: (Fact | false)[] = [
    contract.startsOn !== null && [t("pdf.startsOn"), day(contract.startsOn)],
    contract.endsOn !== null && [t("pdf.endsOn"), day(contract.endsOn)],
    [t("pdf.total"), money(contract.total)],
  ]
  const signature: (Fact | false)[] = [
    contract.signerName !== null && [t("pdf.signer"), contract.signerName],
    contract.signedAt !== null && [t("pdf.signedAt"), moment(contract.signedAt)],
    [t("pdf.how"), t(howOf(contract))],
  ]
  return {
    brand: { name: firm.name, accent: firm.accent, logoKey: firm.logoKey, lines: firm.address.split("\n") },
    title: t("pdf.title"),
    number: contract.number,
    status: t(`status.${contract.status}`),
    parties: [
      { label: t("pdf.provider"), lines: [firm.name, ...firm.address.split("\n")] },
      { label: t("pdf.client"), lines: [client.name, ...client.address.split("\n")].filter(Boolean) },
    ],
    facts: facts.filter((fact) => fact !== false),
    sections: [
      { kind: "heading", text: contract.title },
      { kind: "paragraph", text: t("pdf.agreement", { firm: firm.name, client: client.name }) },
    ],
    table:
      lines.length > 0
        ? {
            columns: [
              { label: t("pdf.description"), share: 4 },
              { label: t("pdf.quantity"), align: "end" },
              { label: t("pdf.unitPrice"), align: "end", share: 1.5 },
              { label: t("pdf.amount"), align: "end", share: 1.5 },
            ],
            rows: lines.map((line) => [
              line.description,
              formatDecimal(line.quantity, locale),
              money(line.unitPrice),
              money(line.amount),
            ]),
          }
        : undefined,
    totals: [{ label: t("pdf.totalWithTax"), value: money(contract.total), strong: true }],
    notes: [
      ...(contract.terms ? [{ kind: "heading" as const, text: t("pdf.terms") }, ...proseBlocks(contract.terms)] : []),
      { kind: "heading", text: t("pdf.signature") },
      { kind: "facts", facts: signature.filter((fact) => fact !== false) },
    ],
    footer: [firm.name],
    locale,
    date: new Date(contract.createdAt),
  }
}

function howOf({ status, signedOnBehalf }: OurContract) {
  if (status !== "signed") return signedOnBehalf ? "pdf.agreedOnBehalf" : "pdf.unsigned"
  return signedOnBehalf ? "pdf.signedOnBehalf" : "pdf.signedBy"
}
