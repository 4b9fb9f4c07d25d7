import { getTranslations } from "next-intl/server"
import { requirePermission, viewer } from "@/components/navigation/permitted"
import { CreditForm } from "@/components/payments/credit-form"
import { Page } from "@/components/shell/page"
import { listClientChoices } from "@/lib/domains/clients/operations"
import { grantCredit } from "@/lib/domains/credit/operations"
import { load } from "@/lib/kernel/load"
import { readParams, type SearchParams } from "@/lib/kernel/search-params"

export default async function NewCreditPage({ searchParams }: { searchParams: SearchParams }) {
  await requirePermission("payments:write")
  const [{ clientId }, { all }] = await Promise.all([
    readParams(grantCredit, searchParams),
    readParams(listClientChoices, searchParams),
  ])
  const [t, me, clients] = await Promise.all([
    getTranslations("credit"),
    viewer(),
    load(listClientChoices, { all, clientId }),
  ])
  return (
    <Page title={t("grant")} width="narrow" breadcrumbs={[{ label: t("title"), href: "/payments/credit" }]}>
      <CreditForm clients={clients.results} currency={me?.currency ?? "USD"} clientId={clientId} />
    </Page>
  )
}
