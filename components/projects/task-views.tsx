import { getTranslations } from "next-intl/server"
import { ViewSwitch } from "./view-switch"

export async function TaskViews({ view }: { view: "list" | "board" }) {
  const t = await getTranslations("tasks.views")
  return <ViewSwitch label={t("label")} view={view} words={{ list: t("list"), board: t("board") }} />
}
