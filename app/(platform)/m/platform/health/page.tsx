import { getTranslations } from "next-intl/server"
import { HealthStates } from "@/components/console/health-states"
import { requirePermission } from "@/components/navigation/permitted"
import { Page } from "@/components/shell/page"

export async function generateMetadata() {
  return { title: (await getTranslations("platform.health"))("title") }
}

export default async function HealthPage() {
  await requirePermission("platform:read")
  const t = await getTranslations("platform.health")
  return (
    <Page title={t("title")} subtitle={t("subtitle")} width="narrow">
      <HealthStates />
    </Page>
  )
}
