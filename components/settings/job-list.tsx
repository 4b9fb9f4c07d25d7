import { RotateCcw } from "lucide-react"
import { getTranslations } from "next-intl/server"
import { inWords } from "@/components/audit/event-text"
import { ActionForm } from "@/components/ui/action-form"
import { Panel } from "@/components/ui/panel"
import { EmptyState } from "@/components/ui/state"
import { SubmitButton } from "@/components/ui/submit-button"
import { When } from "@/components/ui/when"
import { retryJobAction } from "@/lib/domains/jobs/actions"
import type { DeadJob } from "@/lib/domains/jobs/schema"

/** Work that failed for good: what, why, and another try. */
export async function JobList({ jobs }: { jobs: DeadJob[] }) {
  const t = await getTranslations("settings.jobs")
  if (jobs.length === 0) return <EmptyState title={t("none")} body={t("noneBody")} />
  return (
    <Panel title={t("title")} flush>
      <ul className="divide-y divide-line">
        {jobs.map(({ id, task, payload, error, attempts, failedAt }) => (
          <li key={id} className="grid gap-2 p-4">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
              <div className="min-w-0 flex-1">
                <p className="font-medium">{nameOf(task, payload)}</p>
                <p className="text-sm text-muted">
                  {t("attempts", { count: attempts })} · {t("failed")} <When at={failedAt} />
                </p>
              </div>
              <ActionForm action={retryJobAction} guard={false} className="contents">
                <input type="hidden" name="id" value={id} />
                <SubmitButton variant="secondary" size="sm" icon={<RotateCcw aria-hidden />}>
                  {t("retry")}
                </SubmitButton>
              </ActionForm>
            </div>
            {error && (
              <p className="rounded-lg bg-danger-soft p-3 font-mono text-xs wrap-anywhere text-danger">{error}</p>
            )}
            <details className="text-sm">
              <summary>{t("payload")}</summary>
              <pre className="mt-2 overflow-x-auto rounded-lg bg-sunken p-3 text-xs">
                {JSON.stringify(payload, null, 2)}
              </pre>
            </details>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

// A reaction is one of several things that follow from an event; its own name says more than the queue's.
function nameOf(task: string, { reaction, name }: DeadJob["payload"]) {
  const words = inWords(String(reaction ?? (task === "event" ? name : task)))
  return words.charAt(0).toUpperCase() + words.slice(1)
}
