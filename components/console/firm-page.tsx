import { getTranslations } from "next-intl/server"
import { Page } from "@/components/shell/page"
import { ActionForm } from "@/components/ui/action-form"
import { StatusBadge } from "@/components/ui/badge"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { Facts } from "@/components/ui/facts"
import { NextStep } from "@/components/ui/next-step"
import { Panel } from "@/components/ui/panel"
import { StatTile, StatTiles } from "@/components/ui/stat-tile"
import { SubmitButton } from "@/components/ui/submit-button"
import { Day, When } from "@/components/ui/when"
import { reopenFirmAction, suspendFirmAction } from "@/lib/domains/platform/actions"
import type { PlatformFirm } from "@/lib/domains/platform/schema"
import { siteUrl } from "@/lib/platform/env"
import { firmVocabulary } from "./vocabulary"

/** A firm as operators see it. */
export async function FirmPage({ firm }: { firm: PlatformFirm }) {
  const [t, list, vocabulary] = await Promise.all([
    getTranslations("platform.firm"),
    getTranslations("platform.firms"),
    firmVocabulary(),
  ])
  const { id, name, subdomain, portalDomain, suspendedAt } = firm
  return (
    <Page
      title={name}
      status={<StatusBadge status={suspendedAt ? "suspended" : "active"} vocabulary={vocabulary} />}
      breadcrumbs={[{ label: list("title"), href: "/platform" }]}
      more={suspendedAt ? undefined : [{ label: t("suspend.action"), dialog: "suspend", danger: true }]}
    >
      {suspendedAt && (
        <NextStep
          title={t("suspended.title")}
          action={
            <ActionForm action={reopenFirmAction} guard={false} className="contents">
              <input type="hidden" name="id" value={id} />
              <SubmitButton>{t("reopen.action")}</SubmitButton>
            </ActionForm>
          }
        >
          {t("suspended.body")} <When at={suspendedAt} />
        </NextStep>
      )}
      <StatTiles>
        {(["members", "clients", "projects", "invoices"] as const).map((key) => (
          <StatTile key={key} label={list(`columns.${key}`)} value={firm[key]} />
        ))}
      </StatTiles>
      <Panel title={t("address")}>
        <Facts
          facts={[
            [t("workspace"), siteUrl("firm", subdomain)],
            [t("portal"), portalDomain ?? siteUrl("portal", subdomain)],
            [t("currency"), firm.currency],
            [t("created"), <Day key="created" on={firm.createdAt.slice(0, 10)} />],
            [t("lastActive"), firm.lastActiveAt ? <When key="active" at={firm.lastActiveAt} /> : t("never")],
          ]}
        />
      </Panel>
      <ConfirmDialog
        id="suspend"
        title={t("suspend.title", { name })}
        confirm={t("suspend.confirm", { name })}
        action={suspendFirmAction}
        values={{ id }}
      >
        <p>{t("suspend.body", { name })}</p>
      </ConfirmDialog>
    </Page>
  )
}
