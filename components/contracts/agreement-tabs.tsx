import { getTranslations } from "next-intl/server"
import { Tabs } from "@/components/ui/tabs"

/** Proposals and contracts stand side by side in the portal. */
export async function agreementTabs(current: "proposals" | "contracts") {
  const t = await getTranslations("contracts.portal")
  const tabs = (["proposals", "contracts"] as const).map((name) => ({
    href: `/${name}`,
    label: t(`tabs.${name}`),
    current: name === current,
  }))
  return <Tabs label={t("tabs.label")} tabs={tabs} />
}
