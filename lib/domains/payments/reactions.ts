import { createTranslator } from "use-intl/core"
import { firmProfile } from "@/lib/domains/firms/queries"
import { mailBrand, portalUrl } from "@/lib/domains/firms/rules"
import { invoiceById, recipientsOf } from "@/lib/domains/invoices/queries"
import { sendOnce } from "@/lib/domains/mails/writes"
import { reaction } from "@/lib/kernel/reaction"
import { today } from "@/lib/platform/clock"
import { renderMail } from "@/lib/platform/mail-layout"
import { defaultLocale, isLocale, messagesFor } from "@/lib/platform/messages"
import { formatMoney } from "@/lib/platform/money"
import { closeLinks } from "./links/operations"
import { paymentById } from "./queries"

export const mailReceipt = reaction({
  on: "payment.received",
  name: "payments.mailReceipt",

  async run(event, scope) {
    const { firm, payment, invoice, recipients } = await scope.read(async (db) => {
      const payment = await paymentById(db, event.subjectId)
      return {
        firm: await firmProfile(db),
        payment,
        invoice: payment.invoiceId ? await invoiceById(db, payment.invoiceId, today()) : null,
        recipients: await recipientsOf(db, payment.clientId),
      }
    })
    const locale = isLocale(firm.locale) ? firm.locale : defaultLocale
    const t = createTranslator({ locale, messages: messagesFor(locale), namespace: "payments" })
    const money = (amount: string) => formatMoney(amount, payment.currency, firm.locale)
    const values = { firm: firm.name, amount: money(payment.amount), number: payment.invoiceNumber ?? "" }
    const on = new Date(`${payment.receivedOn}T00:00:00Z`)
    const day = new Intl.DateTimeFormat(firm.locale, { dateStyle: "long", timeZone: "UTC" }).format(on)

    for (const to of recipients) {
      await sendOnce(scope, {
        dedupeKey: `payment.received:${payment.id}:${to}`,
        template: "payment.received",
        to,
        subjectId: payment.id,
        compose: async () => ({
          subject: t("receipt.subject", values),
          fromName: firm.name,
          ...renderMail({
            brand: mailBrand(firm),
            preheader: t("receipt.body", values),
            heading: t("receipt.heading"),
            paragraphs: [t("receipt.body", values)],
            facts: [
              [t("receipt.received"), day],
              [t("receipt.method"), t(`method.${payment.method}`)],
              [t("receipt.amount"), values.amount],
              ...(invoice
                ? ([
                    [t("receipt.invoice"), values.number],
                    [t("receipt.left"), money(invoice.amountDue)],
                  ] as [string, string][])
                : []),
            ],
            ...(invoice && {
              action: { label: t("receipt.view"), url: portalUrl(firm, `/invoices/${invoice.id}`) },
            }),
            footer: [t("receipt.why", values), firm.address.replaceAll("\n", ", ")].filter(Boolean),
            locale,
          }),
        }),
      })
    }
  },
})

/** An old link asks for an old amount: once what is owed has changed, its page is closed. */
export const closeOldLinks = reaction({
  on: ["invoice.paid", "invoice.part_paid", "invoice.refunded", "invoice.voided"],
  name: "payments.closeOldLinks",
  run: async ({ subjectId }, { perform }) => void (await perform(closeLinks, { invoiceId: subjectId })),
})
