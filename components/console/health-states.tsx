import { getTranslations } from "next-intl/server"
import { StatusBadge } from "@/components/ui/badge"
import { Banner } from "@/components/ui/banner"
import { Panel } from "@/components/ui/panel"
import { cacheState, mailState, storageState, stripeState } from "@/lib/platform/health"
import { databaseState, workerState } from "@/lib/platform/health-database"
import { healthVocabulary } from "./vocabulary"

/** Whether the parts the platform stands on answer. */
export async function HealthStates() {
  const [t, vocabulary, ...states] = await Promise.all([
    getTranslations("platform.health"),
    healthVocabulary(),
    databaseState(),
    workerState(),
    cacheState(),
    storageState(),
    mailState(),
    stripeState(),
  ])
  const parts = ["database", "worker", "cache", "storage", "mail", "stripe"] as const
  const down = states.filter((state) => state === "unreachable").length
  return (
    <>
      {down > 0 ? (
        <Banner tone="danger" title={t("some", { count: down })} />
      ) : (
        <Banner tone="positive" title={t("all")} />
      )}
      <Panel flush>
        <ul className="divide-y divide-line">
          {parts.map((part, at) => (
            <li key={part} className="flex items-center justify-between gap-4 px-4 py-3">
              {t(`parts.${part}`)}
              <StatusBadge status={states[at]!} vocabulary={vocabulary} />
            </li>
          ))}
        </ul>
      </Panel>
    </>
  )
}
