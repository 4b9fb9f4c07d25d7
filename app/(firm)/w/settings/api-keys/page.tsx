import { getTranslations } from "next-intl/server"
import { permitted } from "@/components/navigation/permitted"
import { KeyForm } from "@/components/settings/key-form"
import { KeyList } from "@/components/settings/key-list"
import { scopesByArea } from "@/components/settings/scopes"
import { SettingsPage } from "@/components/settings/settings-page"
import { Panel } from "@/components/ui/panel"
import { listApiKeys } from "@/lib/domains/api-keys/operations"
import { lifetimes } from "@/lib/domains/api-keys/schema"
import { load } from "@/lib/kernel/load"

export default async function Page() {
  const [{ items }, can, t] = await Promise.all([
    load(listApiKeys, {}),
    permitted(),
    getTranslations("settings.apiKeys"),
  ])
  const words = ["name", "nameHint", "ends", "scopes", "create", "key", "made"] as const
  return (
    <SettingsPage current="apiKeys">
      <KeyList keys={items} />
      <Panel title={t("new")}>
        <p className="mb-4 text-sm text-muted">{t("intro")}</p>
        <KeyForm
          words={Object.fromEntries(words.map((word) => [word, t(word)])) as Record<(typeof words)[number], string>}
          lifetimes={lifetimes.map((value) => ({ value, label: t("days", { count: value }) }))}
          areas={await scopesByArea(can)}
        />
      </Panel>
    </SettingsPage>
  )
}
