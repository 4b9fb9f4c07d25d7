import { getTranslations } from "next-intl/server"
import type { z } from "zod"
import { ActionForm } from "@/components/ui/action-form"
import { Badge } from "@/components/ui/badge"
import { Facts } from "@/components/ui/facts"
import { Panel } from "@/components/ui/panel"
import { Steps } from "@/components/ui/steps"
import { SubmitButton } from "@/components/ui/submit-button"
import { connectByRedirectAction, connectPaymentsAction, refreshConnectionAction } from "@/lib/domains/payments/actions"
import type { connectionOut } from "@/lib/domains/payments/schema"
import { LeavingForm } from "./leaving-form"

type Connection = z.output<typeof connectionOut>

const tones = { ready: "positive", not_ready: "warning", not_connected: "neutral", not_configured: "danger" } as const

/** Where the firm stands on the way to card payments, and the one step that is next. */
export async function ConnectionPanel({ connection, mayManage }: { connection: Connection; mayManage: boolean }) {
  const t = await getTranslations("payments.connection")
  const { state, accountId } = connection
  const begun = state === "not_ready" || state === "ready"
  return (
    <Panel title={t("title")}>
      <div className="grid justify-items-start gap-4">
        <Badge tone={tones[state]}>{t(`states.${state}`)}</Badge>
        <p className="max-w-prose text-muted">{t(`bodies.${state}`)}</p>
        {state !== "not_configured" && (
          <Steps
            steps={[
              { label: t("steps.connect"), state: begun ? "done" : "now" },
              { label: t("steps.details"), state: state === "ready" ? "done" : begun ? "now" : "later" },
              { label: t("steps.ready"), state: state === "ready" ? "done" : "later" },
            ]}
          />
        )}
        {accountId && <Facts facts={[[t("account"), <code key="id">{accountId}</code>]]} />}
        {mayManage && (state === "not_connected" || state === "not_ready") && (
          <div className="flex flex-wrap gap-2">
            <LeavingForm action={connectPaymentsAction} withoutScript={connectByRedirectAction} className="contents">
              <SubmitButton>{t(begun ? "continue" : "connect")}</SubmitButton>
            </LeavingForm>
            {begun && (
              <ActionForm action={refreshConnectionAction} guard={false} className="contents">
                <SubmitButton variant="secondary">{t("check")}</SubmitButton>
              </ActionForm>
            )}
          </div>
        )}
        {!mayManage && state !== "ready" && <p className="text-muted">{t("who")}</p>}
      </div>
    </Panel>
  )
}
