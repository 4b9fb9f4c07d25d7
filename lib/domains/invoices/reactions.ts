import { createTranslator } from "use-intl/core"
import { type FirmProfile, firmProfile } from "@/lib/domains/firms/queries"
import { mailBrand, portalUrl } from "@/lib/domains/firms/rules"
import { sendOnce } from "@/lib/domains/mails/writes"
import { type Happened, type ReactionScope, reaction } from "@/lib/kernel/reaction"
import { today } from "@/lib/platform/clock"
import { renderMail } from "@/lib/platform/mail-layout"
import { defaultLocale, isLocale, messagesFor } from "@/lib/platform/messages"
import { formatMoney } from "@/lib/platform/money"
import { renderDocument } from "@/lib/platform/pdf"
import { invoiceDocument, invoiceFileName } from "./documents"
import { invoiceDetailById, paperOf } from "./queries"

export const mailInvoice = reaction({
  on: "invoice.sent",
  name: "invoices.mailInvoice",
  run: (event, scope) => mail(event, scope, "sent"),
})

export const mailReminder = reaction({
  on: "invoice.reminded",
  name: "invoices.mailReminder",
  run: (event, scope) => mail(event, scope, "reminded"),
})

async function mail(event: Happened, scope: ReactionScope, kind: "sent" | "reminded") {
  const { firm, invoice, paper } = await scope.read(async (db) => ({
    firm: await firmProfile(db),
    invoice: await invoiceDetailById(db, event.subjectId, today()),
    paper: await paperOf(db, event.subjectId),
  }))
  // Between the act and the mail it may have been voided: then there is nothing to ask for.
  if (invoice.status === "void") return
  const words = { ...sentences(firm.locale, invoice, firm.name, kind), firm }
  const pdf = once(() => renderDocument(invoiceDocument(paper)))

  for (const to of invoice.recipients) {
    await sendOnce(scope, {
      dedupeKey: `invoice.${kind}:${event.id}:${to}`,
      template: `invoice.${kind}`,
      to,
      subjectId: invoice.id,
      compose: async () => ({
        ...composed(words, portalUrl(firm, `/invoices/${invoice.id}`)),
        attachments: [
          { filename: invoiceFileName(invoice), content: Buffer.from(await pdf()), contentType: "application/pdf" },
        ],
      }),
    })
  }
}

type Invoice = Awaited<ReturnType<typeof invoiceDetailById>>

function sentences(firmLocale: string, invoice: Invoice, firm: string, kind: "sent" | "reminded") {
  const locale = isLocale(firmLocale) ? firmLocale : defaultLocale
  const t = createTranslator({ locale, messages: messagesFor(locale), namespace: "invoices.mail" })
  const date = (day: string | null) =>
    day
      ? new Intl.DateTimeFormat(firmLocale, { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`))
      : ""
  const values = {
    firm,
    number: invoice.number ?? "",
    client: invoice.clientName,
    due: date(invoice.dueOn),
    amount: formatMoney(invoice.amountDue, invoice.currency, firmLocale),
  }
  const late = kind === "reminded" && invoice.overdue ? "overdue" : kind
  return {
    locale,
    subject: t(`${late}.subject`, values),
    heading: t(`${late}.heading`, values),
    paragraphs: [t(`${late}.body`, values), t("attached")],
    facts: [
      [t("number"), values.number],
      [t("issuedOn"), date(invoice.issuedOn)],
      [t("dueOn"), values.due],
      [t("amountDue"), values.amount],
    ] as [string, string][],
    action: invoice.onlinePayment === "ready" ? t("pay") : t("view"),
    footer: [t("why", values)],
  }
}

type Words = ReturnType<typeof sentences> & { firm: FirmProfile }

function composed({ firm, locale, subject, heading, paragraphs, facts, action, footer }: Words, url: string) {
  const { html, text } = renderMail({
    brand: mailBrand(firm),
    preheader: paragraphs[0]!,
    heading,
    paragraphs,
    facts,
    action: { label: action, url },
    footer: [...footer, firm.address.replaceAll("\n", ", ")].filter(Boolean),
    locale,
  })
  return { subject, html, text, fromName: firm.name }
}

/** Makes it on first need, and that one again afterwards. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}
