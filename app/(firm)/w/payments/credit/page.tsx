import { getTranslations } from "next-intl/server"
import { permitted } from "@/components/navigation/permitted"
import { CreditList } from "@/components/payments/credit-list"
import { PaymentTabs } from "@/components/payments/payment-tabs"
import { Page } from "@/components/shell/page"
import { LinkButton } from "@/components/ui/button"
import { listCredit } from "@/lib/domains/credit/operations"
import { load } from "@/lib/kernel/load"
import { readParams, type SearchParams } from "@/lib/kernel/search-params"

export default async function CreditPage({ searchParams }: { searchParams: SearchParams }) {
  const asked = await readParams(listCredit, searchParams)
  const [t, can, found] = await Promise.all([
    getTranslations("credit"),
    permitted(),
    load(listCredit, { limit: 50, ...asked }),
  ])
  const may = can("payments:write")
  return (
    <Page
      title={t("title")}
      count={found.count}
      tabs={<PaymentTabs current="credit" />}
      actions={may && <LinkButton href="/payments/credit/new">{t("grant")}</LinkButton>}
    >
      <CreditList found={found} narrowed={Boolean(asked.q || asked.clientId)} mayGrant={may} />
    </Page>
  )
}
