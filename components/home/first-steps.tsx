import { Circle, CircleCheck } from "lucide-react"
import Link from "next/link"
import { getTranslations } from "next-intl/server"
import { Panel } from "@/components/ui/panel"
import type { WorkspaceOverview } from "@/lib/domains/home/schema"

const steps = [
  { key: "lead", href: "/leads/new" },
  { key: "client", href: "/clients/new" },
  { key: "proposal", href: "/proposals/new" },
  { key: "payments", href: "/settings/payments" },
  { key: "team", href: "/team/new" },
] as const

/** What a new firm does first, ticked off as it is done. */
export async function FirstSteps({ steps: done }: { steps: NonNullable<WorkspaceOverview["firstSteps"]> }) {
  const t = await getTranslations("home.start")
  return (
    <Panel title={t("title")} flush>
      <p className="px-4 pt-3 text-sm text-muted">{t("intro")}</p>
      <ol className="divide-y divide-line">
        {steps.map(({ key, href }) => (
          <li key={key}>
            <Link href={href} prefetch={false} className="flex items-center gap-3 px-4 py-3 hover:bg-sunken">
              {done[key] ? (
                <CircleCheck className="text-positive" aria-label={t("done")} />
              ) : (
                <Circle aria-hidden className="text-muted" />
              )}
              <span className="grid">
                <span className={done[key] ? "text-muted line-through" : "font-medium"}>{t(key)}</span>
                <span className="text-sm text-muted">{t(`${key}Body`)}</span>
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </Panel>
  )
}
