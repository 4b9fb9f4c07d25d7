import { permitted } from "@/components/navigation/permitted"
import { ConnectionPanel } from "@/components/payments/connection-panel"
import { SettingsPage } from "@/components/settings/settings-page"
import { readConnection } from "@/lib/domains/payments/connection/operations"
import { load } from "@/lib/kernel/load"

export default async function PaymentSettingsPage() {
  const [can, connection] = await Promise.all([permitted(), load(readConnection, {})])
  return (
    <SettingsPage current="payments">
      <ConnectionPanel connection={connection} mayManage={can("firm:manage")} />
    </SettingsPage>
  )
}
