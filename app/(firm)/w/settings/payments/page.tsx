import { getTranslations } from "next-intl/server"
import { permitted } from "@/components/navigation/permitted"
import { ConnectionPanel } from "@/components/payments/connection-panel"
import { Page } from "@/components/shell/page"
import { readConnection } from "@/lib/domains/payments/connection/operations"
import { load } from "@/lib/kernel/load"

export default async function PaymentSettingsPage() {
  const [t, can, connection] = await Promise.all([
    getTranslations("payments.connection"),
    permitted(),
    load(readConnection, {}),
  ])
  return (
    <Page title={t("title")} width="narrow" breadcrumbs={[{ label: t("settings"), href: "/settings" }]}>
      <ConnectionPanel connection={connection} mayManage={can("firm:manage")} />
    </Page>
  )
}
