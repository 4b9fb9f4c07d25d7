import { permitted } from "@/components/navigation/permitted"
import { LogoForm } from "@/components/settings/logo-form"
import { PortalForm } from "@/components/settings/portal-form"
import { SettingsPage } from "@/components/settings/settings-page"
import { readFirm } from "@/lib/domains/firm/operations"
import { load } from "@/lib/kernel/load"

export default async function Page() {
  const [firm, can] = await Promise.all([load(readFirm, {}), permitted()])
  return (
    <SettingsPage current="portal">
      <LogoForm firm={firm} mayManage={can("firm:manage")} />
      <PortalForm firm={firm} mayManage={can("firm:manage")} />
    </SettingsPage>
  )
}
