import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { InvoiceForm } from "@/components/invoices/invoice-form"
import { requirePermission } from "@/components/navigation/permitted"
import { Page } from "@/components/shell/page"
import { Banner } from "@/components/ui/banner"
import { updateInvoiceAction } from "@/lib/domains/invoices/actions"
import { readInvoice } from "@/lib/domains/invoices/operations/reading"
import { load } from "@/lib/kernel/load"

export default async function EditInvoicePage({ params }: { params: Promise<{ id: string }> }) {
  await requirePermission("invoices:write")
  const { id } = await params
  const [t, invoice] = await Promise.all([getTranslations("invoices"), load(readInvoice, { id })])
  if (invoice.status !== "draft") notFound()
  return (
    <Page
      title={t("editTitle")}
      subtitle={invoice.clientName}
      breadcrumbs={[
        { label: t("title"), href: "/invoices" },
        { label: t("draftTitle"), href: `/invoices/${id}` },
      ]}
    >
      {invoice.timeEntries > 0 && <Banner title={t("editor.timeTitle")}>{t("editor.timeBody")}</Banner>}
      <InvoiceForm action={updateInvoiceAction} invoice={invoice} currency={invoice.currency} />
    </Page>
  )
}
