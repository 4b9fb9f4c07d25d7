import { getTranslations } from "next-intl/server"
import { ActionForm } from "@/components/ui/action-form"
import { StatusBadge, type Vocabulary } from "@/components/ui/badge"
import { EmptyState } from "@/components/ui/state"
import { SubmitButton } from "@/components/ui/submit-button"
import { Tabs } from "@/components/ui/tabs"
import { When } from "@/components/ui/when"
import { changeDemoRequestAction } from "@/lib/domains/sign-up/actions"

export const demoStates = ["new", "contacted", "closed"] as const
type State = (typeof demoStates)[number]
export type DemoRequest = Record<"id" | "name" | "email" | "company" | "people" | "message" | "createdAt", string> & {
  status: State
}

type DemoRequestsProps = { requests: DemoRequest[]; state: State | "all"; mayManage: boolean }

/** Who asked to be shown the product, to be answered one by one. */
export async function DemoRequests({ requests, state, mayManage }: DemoRequestsProps) {
  const t = await getTranslations("sign-up.console")
  if (requests.length === 0) return <EmptyState title={t("none")} body={t("noneBody")} />
  const shown = requests.filter(({ status }) => state === "all" || status === state)
  const tabs = (["all", ...demoStates] as const).map((one) => ({
    href: one === "all" ? "/platform/demo-requests" : `/platform/demo-requests?state=${one}`,
    label: one === "all" ? t("all") : t(`status.${one}`),
    count: one === "all" ? requests.length : requests.filter(({ status }) => status === one).length,
    current: one === state,
  }))
  return (
    <>
      <Tabs label={t("label")} tabs={tabs} />
      {shown.length === 0 ? (
        <EmptyState title={t("noneHere")} body={t("noneHereBody")} />
      ) : (
        <ul className="grid gap-3">
          {shown.map((request) => (
            <li key={request.id}>
              <Request request={request} mayManage={mayManage} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

async function Request({ request, mayManage }: { request: DemoRequest; mayManage: boolean }) {
  const t = await getTranslations("sign-up.console")
  const { id, name, email, company, people, message, status, createdAt } = request
  const vocabulary: Vocabulary = {
    new: { label: t("status.new"), tone: "accent" },
    contacted: { label: t("status.contacted"), tone: "info" },
    closed: { label: t("status.closed"), tone: "neutral" },
  }
  return (
    <article className="panel">
      <div className="panel-head">
        <h2>
          {company} <span className="font-normal text-muted">{t("people", { size: people })}</span>
        </h2>
        <StatusBadge status={status} vocabulary={vocabulary} />
      </div>
      <div className="panel-body grid gap-3">
        <p className="text-sm text-muted">
          {name} ·{" "}
          <a className="link" href={`mailto:${email}`}>
            {email}
          </a>{" "}
          · <When at={createdAt} />
        </p>
        {message && <p className="prose whitespace-pre-line">{message}</p>}
        {mayManage && (
          <div className="flex flex-wrap gap-2">
            {status === "new" && <Change id={id} to="contacted" label={t("contact")} />}
            {status !== "closed" && <Change id={id} to="closed" label={t("close")} />}
            {status === "closed" && <Change id={id} to="new" label={t("reopen")} />}
          </div>
        )}
      </div>
    </article>
  )
}

function Change({ id, to, label }: { id: string; to: State; label: string }) {
  return (
    <ActionForm action={changeDemoRequestAction} guard={false}>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="status" value={to} />
      <SubmitButton variant="secondary">{label}</SubmitButton>
    </ActionForm>
  )
}
