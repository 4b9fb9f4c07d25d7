import { getTranslations } from "next-intl/server"
import type { Vocabulary } from "@/components/ui/badge"

/** The states of an invoice; overdue is told instead of sent, viewed or part paid. */
export async function invoiceVocabulary(): Promise<Vocabulary> {
  const t = await getTranslations("invoices.statuses")
  return {
    draft: { label: t("draft"), tone: "draft" },
    sent: { label: t("sent"), tone: "info" },
    viewed: { label: t("viewed"), tone: "accent" },
    part_paid: { label: t("part_paid"), tone: "warning" },
    paid: { label: t("paid"), tone: "positive" },
    void: { label: t("void"), tone: "neutral" },
    overdue: { label: t("overdue"), tone: "danger" },
  }
}

/** As a client reads them: what they were sent they have to pay, whether they opened it or not. */
export async function ourInvoiceVocabulary(): Promise<Vocabulary> {
  const [t, firm] = await Promise.all([getTranslations("invoices.statuses"), invoiceVocabulary()])
  const toPay = { label: t("toPay"), tone: "accent" as const }
  return { ...firm, sent: toPay, viewed: toPay }
}

export const shownStatus = ({ status, overdue }: { status: string; overdue: boolean }) => (overdue ? "overdue" : status)
