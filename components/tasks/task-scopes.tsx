import { getTranslations } from "next-intl/server"
import { Tabs } from "@/components/ui/tabs"

export async function TaskScopes({ scope }: { scope: "mine" | "all" }) {
  const t = await getTranslations("tasks.scopes")
  return (
    <Tabs
      label={t("label")}
      tabs={[
        { href: "/tasks", label: t("mine"), current: scope === "mine" },
        { href: "/tasks?scope=all", label: t("all"), current: scope === "all" },
      ]}
    />
  )
}
