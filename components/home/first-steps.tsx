import { Circle, CircleCheck, CircleDot } from "lucide-react"
import Link from "next/link"
import { getTranslations } from "next-intl/server"
import { LinkButton } from "@/components/ui/button"
import { Panel } from "@/components/ui/panel"
import { Progress } from "@/components/ui/progress"
import { StepButton } from "@/components/ui/step-button"
import { showFirstStepsAction } from "@/lib/domains/firm/actions"
import type { WorkspaceOverview } from "@/lib/domains/home/schema"

type Done = NonNullable<WorkspaceOverview["firstSteps"]>

const keys = ["details", "prospect", "proposal", "sent", "payments"] as const

const hrefs = ({ prospectId, draftId }: Done) => ({
  details: "/settings",
  prospect: "/prospects/new",
  proposal: prospectId ? `/proposals/new?prospectId=${prospectId}` : "/proposals/new",
  sent: draftId ? `/proposals/${draftId}` : "/proposals",
  payments: "/settings/payments",
})

/** The way to the first sent proposal, ticked off as it is gone; the next step is the page's primary action. */
export async function FirstSteps({ done }: { done: Done }) {
  const t = await getTranslations("home.start")
  const count = keys.filter((key) => done[key]).length
  const next = keys.find((key) => !done[key])
  const progress = t("progress", { done: count, steps: keys.length })
  return (
    <Panel
      title={next ? t("title") : t("completeTitle")}
      actions={
        <StepButton
          action={showFirstStepsAction}
          values={{ firstStepsHidden: "true" }}
          variant={next ? "ghost" : "primary"}
        >
          {next ? t("hide") : t("finish")}
        </StepButton>
      }
      flush
    >
      <div className="grid gap-2 px-4 py-3 text-sm text-muted">
        {!next && <p>{t("completeBody")}</p>}
        <p className="tabular-nums">{progress}</p>
        <Progress value={count} max={keys.length} label={progress} />
      </div>
      <ol className="divide-y divide-line border-t border-line">
        {keys.map((key) => (
          <FirstStep
            key={key}
            step={key}
            href={hrefs(done)[key]}
            state={done[key] ? "done" : key === next ? "next" : "later"}
          />
        ))}
      </ol>
    </Panel>
  )
}

type StepProps = { step: (typeof keys)[number]; href: string; state: "done" | "next" | "later" }

async function FirstStep({ step, href, state }: StepProps) {
  const t = await getTranslations("home.start")
  return (
    <li
      aria-current={state === "next" ? "step" : undefined}
      className={`flex flex-wrap items-center gap-3 px-4 py-3 ${state === "next" ? "bg-sunken" : ""}`}
    >
      {state === "done" && <CircleCheck className="text-positive" aria-label={t("done")} />}
      {state === "next" && <CircleDot aria-hidden className="text-accent" />}
      {state === "later" && <Circle aria-hidden className="text-muted" />}
      <div className="grid min-w-0 flex-1 basis-56">
        {state === "later" ? (
          <Link href={href} prefetch={false} className="font-medium">
            {t(`${step}.title`)}
          </Link>
        ) : (
          <span className={state === "done" ? "text-muted" : "font-medium"}>{t(`${step}.title`)}</span>
        )}
        {state !== "done" && <span className="text-sm text-muted">{t(`${step}.body`)}</span>}
      </div>
      {state === "next" && (
        <LinkButton variant="primary" href={href}>
          {t(`${step}.action`)}
        </LinkButton>
      )}
    </li>
  )
}
