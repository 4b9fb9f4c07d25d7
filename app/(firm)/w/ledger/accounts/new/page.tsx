import { getTranslations } from "next-intl/server"
import { AccountForm } from "@/components/ledger/account-form"
import { requirePermission } from "@/components/navigation/permitted"
import { Page } from "@/components/shell/page"

export default async function NewAccountPage() {
  await requirePermission("ledger:write")
  const t = await getTranslations("ledger")
  return (
    <Page
      title={t("addAccount")}
      width="narrow"
      breadcrumbs={[{ label: t("tabs.accounts"), href: "/ledger/accounts" }]}
    >
      <AccountForm />
    </Page>
  )
}
