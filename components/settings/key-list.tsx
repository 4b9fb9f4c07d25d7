import { getTranslations } from "next-intl/server"
import { StatusBadge, type Vocabulary } from "@/components/ui/badge"
import { LinkButton } from "@/components/ui/button"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { DialogButton } from "@/components/ui/dialog"
import { Facts } from "@/components/ui/facts"
import { Panel } from "@/components/ui/panel"
import { EmptyState } from "@/components/ui/state"
import { Day, When } from "@/components/ui/when"
import { revokeApiKeyAction } from "@/lib/domains/api-keys/actions"
import { type ApiKey, scopes } from "@/lib/domains/api-keys/schema"

const stateOf = ({ revokedAt, expiresAt }: ApiKey) =>
  revokedAt ? "revoked" : new Date(expiresAt) < new Date() ? "expired" : "active"

export async function KeyList({ keys }: { keys: ApiKey[] }) {
  const t = await getTranslations("settings.apiKeys")
  const vocabulary: Vocabulary = {
    active: { label: t("status.active"), tone: "positive" },
    expired: { label: t("status.expired"), tone: "neutral" },
    revoked: { label: t("status.revoked"), tone: "danger" },
  }
  if (keys.length === 0)
    return (
      <EmptyState
        title={t("none")}
        body={t("noneBody")}
        action={
          <LinkButton href="/api/docs" target="_blank">
            {t("docs")}
          </LinkButton>
        }
      />
    )
  return (
    <Panel
      title={t("title")}
      actions={
        <LinkButton size="sm" href="/api/docs" target="_blank">
          {t("docs")}
        </LinkButton>
      }
      flush
    >
      <ul className="divide-y divide-line">
        {keys.map((key) => (
          <li key={key.id} className="grid gap-3 p-4">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
              <span className="font-medium wrap-anywhere">{key.name}</span>
              <StatusBadge status={stateOf(key)} vocabulary={vocabulary} />
              {stateOf(key) === "active" && (
                <span className="ms-auto">
                  <DialogButton dialog={`revoke-${key.id}`} size="sm">
                    {t("revoke")}
                  </DialogButton>
                </span>
              )}
            </div>
            <Facts
              stacked
              facts={[
                [t("columns.scopes"), <Scopes key="scopes" of={key.scopes} />],
                [t("columns.by"), key.createdBy],
                [t("columns.used"), key.lastUsedAt ? <When key="used" at={key.lastUsedAt} /> : t("never")],
                [t("columns.ends"), <Day key="ends" on={key.expiresAt.slice(0, 10)} />],
              ]}
            />
            <ConfirmDialog
              id={`revoke-${key.id}`}
              title={t("revokeTitle", { name: key.name })}
              confirm={t("revoke")}
              action={revokeApiKeyAction}
              values={{ id: key.id }}
            >
              <p>{t("revokeBody")}</p>
            </ConfirmDialog>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

async function Scopes({ of }: { of: string[] }) {
  const t = await getTranslations("settings.apiKeys")
  if (of.length === scopes.length) return t("everything")
  return (
    <details>
      <summary>{t("scopeCount", { count: of.length })}</summary>
      <ul className="font-mono text-xs">
        {of.map((scope) => (
          <li key={scope}>{scope}</li>
        ))}
      </ul>
    </details>
  )
}
