import { getTranslations } from "next-intl/server"
import { RecordTimeline } from "@/components/audit/record-timeline"
import { Page } from "@/components/shell/page"
import { StatusBadge } from "@/components/ui/badge"
import { LinkButton } from "@/components/ui/button"
import type { MenuEntry } from "@/components/ui/menu"
import { Tabs } from "@/components/ui/tabs"
import type { InvoiceDetail } from "@/lib/domains/invoices/schema"
import type { Permission } from "@/lib/kernel/permissions"
import { InvoiceDialogs } from "./invoice-dialogs"
import { InvoiceFacts } from "./invoice-facts"
import { InvoicePaper } from "./invoice-paper"
import { InvoicePayments } from "./invoice-payments"
import { InvoicePostings } from "./invoice-postings"
import { InvoiceStep } from "./invoice-step"
import { PaymentLink } from "./payment-link"
import { invoiceVocabulary, shownStatus } from "./vocabulary"

export const invoiceTabs = ["document", "payments", "postings", "history"] as const
export type InvoiceTab = (typeof invoiceTabs)[number]

type InvoicePageProps = { invoice: InvoiceDetail; tab: InvoiceTab; can: (permission: Permission) => boolean }

export async function InvoicePage({ invoice, tab, can }: InvoicePageProps) {
  const [t, vocabulary] = await Promise.all([getTranslations("invoices"), invoiceVocabulary()])
  const { id, status, number } = invoice
  const draft = status === "draft"
  const tabs = invoiceTabs.filter(
    (name) =>
      (name !== "payments" || (!draft && can("payments:read"))) &&
      (name !== "postings" || (!draft && can("ledger:read"))),
  )
  return (
    <Page
      title={number ?? t("draftTitle")}
      breadcrumbs={[{ label: t("title"), href: "/invoices" }]}
      status={<StatusBadge status={shownStatus(invoice)} vocabulary={vocabulary} />}
      subtitle={invoice.clientName}
      actions={
        <>
          <LinkButton href={`/api/v1/finance/invoices/${id}/pdf`} download>
            {t("pdf")}
          </LinkButton>
          {draft && can("invoices:write") && <LinkButton href={`/invoices/${id}/edit`}>{t("edit")}</LinkButton>}
        </>
      }
      more={await moreOf(invoice, can)}
      tabs={
        <Tabs
          label={t("tabs.label")}
          tabs={tabs.map((name) => ({
            href: name === "document" ? `/invoices/${id}` : `/invoices/${id}?tab=${name}`,
            label: t(`tabs.${name}`),
            current: name === tab,
          }))}
        />
      }
      aside={<InvoiceFacts invoice={invoice} />}
    >
      <InvoiceStep invoice={invoice} can={can} />
      {tab === "document" && <InvoicePaper invoice={invoice} />}
      {tab === "payments" && <InvoicePayments invoice={invoice} mayPay={can("payments:write")} />}
      {tab === "payments" && can("payments:write") && <PaymentLink invoice={invoice} />}
      {tab === "postings" && <InvoicePostings invoiceId={id} />}
      {tab === "history" && <RecordTimeline subjectId={id} />}
      {can("invoices:write") && <InvoiceDialogs invoice={invoice} />}
    </Page>
  )
}

async function moreOf(invoice: InvoiceDetail, can: InvoicePageProps["can"]): Promise<MenuEntry[] | undefined> {
  const t = await getTranslations("invoices")
  const { id, status, amountPaid } = invoice
  const open = ["sent", "viewed", "part_paid"].includes(status)
  const entries: MenuEntry[] = []
  if (open && can("payments:write")) entries.push({ label: t("recordPayment"), href: `/invoices/${id}/payment` })
  if (open && can("payments:write")) entries.push({ label: t("applyCredit"), href: `/invoices/${id}/credit` })
  if (status === "draft" && can("invoices:write")) entries.push({ label: t("delete"), dialog: "delete", danger: true })
  if (status !== "draft" && status !== "void" && !/[1-9]/.test(amountPaid) && can("invoices:write")) {
    entries.push({ label: t("void"), dialog: "void", danger: true })
  }
  return entries.length > 0 ? entries : undefined
}
