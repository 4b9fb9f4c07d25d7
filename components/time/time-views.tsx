import { getTranslations } from "next-intl/server"
import { Tabs } from "@/components/ui/tabs"

type TimeViewsProps = { view: "week" | "list" | "approval"; approving: boolean }

export async function TimeViews({ view, approving }: TimeViewsProps) {
  const t = await getTranslations("time.views")
  const views = approving ? (["week", "list", "approval"] as const) : (["week", "list"] as const)
  return (
    <Tabs
      label={t("label")}
      tabs={views.map((name) => ({
        href: name === "week" ? "/time" : `/time?view=${name}`,
        label: t(name),
        current: name === view,
      }))}
    />
  )
}
