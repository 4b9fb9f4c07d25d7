import { permitted } from "@/components/navigation/permitted"
import { SampleBanner } from "@/components/samples/sample-banner"
import { GeneralForm } from "@/components/settings/general-form"
import { HiddenSteps } from "@/components/settings/hidden-steps"
import { SettingsPage } from "@/components/settings/settings-page"
import { readFirm } from "@/lib/domains/firm/operations"
import { readSampleData } from "@/lib/domains/samples/operations"
import { load, loadIfAllowed } from "@/lib/kernel/load"

export default async function Page() {
  const [firm, samples, can] = await Promise.all([load(readFirm, {}), loadIfAllowed(readSampleData, {}), permitted()])
  const mayManage = can("firm:manage")
  return (
    <SettingsPage current="general">
      {samples && samples.count > 0 && <SampleBanner samples={samples} />}
      {mayManage && firm.firstStepsHidden && <HiddenSteps />}
      <GeneralForm firm={firm} mayManage={mayManage} />
    </SettingsPage>
  )
}
