import { KeyRound, MonitorSmartphone } from "lucide-react"
import { getTranslations } from "next-intl/server"
import { Page } from "@/components/shell/page"
import { ActionForm } from "@/components/ui/action-form"
import { Badge } from "@/components/ui/badge"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { DialogButton } from "@/components/ui/dialog"
import { Panel } from "@/components/ui/panel"
import { SubmitButton } from "@/components/ui/submit-button"
import { When } from "@/components/ui/when"
import { endSessionAction, signOutEverywhereAction } from "@/lib/domains/access/actions"
import { listSessions } from "@/lib/domains/access/operations"
import { load } from "@/lib/kernel/load"
import { deviceOf } from "./device"
import { Identities } from "./identities"

/** Where somebody is signed in, the same on every surface. */
export async function SessionsPage({ searchParams }: { searchParams: Promise<{ problem?: string }> }) {
  const [{ sessions }, t, { problem }] = await Promise.all([
    load(listSessions, {}),
    getTranslations("access.sessions"),
    searchParams,
  ])
  return (
    <Page
      title={t("title")}
      subtitle={t("subtitle")}
      width="narrow"
      actions={<DialogButton dialog="everywhere">{t("everywhere")}</DialogButton>}
    >
      <Panel flush>
        <ul className="divide-y divide-line">
          {sessions.map(({ id, kind, userAgent, ip, createdAt, lastUsedAt, current }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-2 p-4">
              {kind === "session" ? <MonitorSmartphone aria-hidden /> : <KeyRound aria-hidden />}
              <div className="min-w-0 flex-1 basis-56">
                <p className="flex flex-wrap items-center gap-2 font-medium">
                  <Device kind={kind} userAgent={userAgent} />
                  {current && <Badge tone="positive">{t("current")}</Badge>}
                </p>
                <p className="text-sm text-muted">
                  {t("lastUsed")} <When at={lastUsedAt} /> · {t("started")} <When at={createdAt} />
                  {ip && ` · ${t("from", { address: ip })}`}
                </p>
              </div>
              {!current && (
                <ActionForm action={endSessionAction} guard={false} className="contents">
                  <input type="hidden" name="id" value={id} />
                  <SubmitButton variant="secondary" size="sm">
                    {t("end")}
                  </SubmitButton>
                </ActionForm>
              )}
            </li>
          ))}
        </ul>
      </Panel>
      <Identities problem={problem} />
      <ConfirmDialog
        id="everywhere"
        title={t("everywhereTitle")}
        confirm={t("everywhere")}
        action={signOutEverywhereAction}
      >
        <p>{t("everywhereBody")}</p>
      </ConfirmDialog>
    </Page>
  )
}

async function Device({ kind, userAgent }: { kind: string; userAgent: string | null }) {
  const t = await getTranslations("access.sessions")
  const { browser, system } = deviceOf(userAgent)
  if (browser && system) return t("on", { browser, system })
  return browser ?? system ?? t(kind === "session" ? "unknown" : "token")
}
