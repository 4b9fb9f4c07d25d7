import { getTranslations } from "next-intl/server"
import { StatusBadge } from "@/components/ui/badge"
import { Panel } from "@/components/ui/panel"
import { EmptyState } from "@/components/ui/state"
import { When } from "@/components/ui/when"
import type { PortalUser } from "@/lib/domains/portal-users/schema"
import { PortalUserTools } from "./portal-user-tools"
import { portalUserVocabulary } from "./vocabulary"

export async function PortalUserList({ users, mayWrite }: { users: PortalUser[]; mayWrite: boolean }) {
  const [t, vocabulary] = await Promise.all([getTranslations("clients.portal"), portalUserVocabulary()])
  if (users.length === 0) return <EmptyState title={t("empty")} body={t("emptyBody")} />
  return (
    <Panel title={t("caption")} flush>
      <ul className="divide-y divide-line">
        {users.map((user) => (
          <li key={user.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 p-4">
            <div className="min-w-0 flex-1 basis-56">
              <p className="font-medium">{user.name}</p>
              <p className="text-sm break-all text-muted">{user.email}</p>
            </div>
            <div className="flex items-center gap-3 text-sm">
              <span title={t(`roleHints.${user.role}`)}>{t(`roles.${user.role}`)}</span>
              <StatusBadge status={user.status} vocabulary={vocabulary} />
              {user.joinedAt && (
                <span className="text-muted">
                  {t("joined")} <When at={user.joinedAt} />
                </span>
              )}
            </div>
            {mayWrite && <PortalUserTools user={user} />}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
