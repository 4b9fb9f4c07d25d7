import { getTranslations } from "next-intl/server"
import { ApplyCreditForm } from "@/components/invoices/apply-credit-form"
import { requirePermission } from "@/components/navigation/permitted"
import { Page } from "@/components/shell/page"
import { readBalance } from "@/lib/domains/credit/operations"
import { readInvoice } from "@/lib/domains/invoices/operations/reading"
import { load } from "@/lib/kernel/load"

export default async function ApplyCreditPage({ params }: { params: Promise<{ id: string }> }) {
  await requirePermission("payments:write")
  const { id } = await params
  const [t, invoice] = await Promise.all([getTranslations("invoices"), load(readInvoice, { id })])
  const { balances } = await load(readBalance, { clientId: invoice.clientId })
  const held = balances.find(({ currency }) => currency === invoice.currency)
  return (
    <Page
      title={t("applyCredit")}
      width="narrow"
      subtitle={invoice.clientName}
      breadcrumbs={[
        { label: t("title"), href: "/invoices" },
        { label: invoice.number ?? t("draftTitle"), href: `/invoices/${id}` },
      ]}
    >
      <ApplyCreditForm invoice={invoice} balance={held?.balance ?? "0"} />
    </Page>
  )
}
