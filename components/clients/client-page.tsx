import { getTranslations } from "next-intl/server"
import type { ReactNode } from "react"
import { Page } from "@/components/shell/page"
import { StatusBadge } from "@/components/ui/badge"
import { Banner } from "@/components/ui/banner"
import { LinkButton } from "@/components/ui/button"
import { Tabs } from "@/components/ui/tabs"
import type { Client } from "@/lib/domains/clients/schema"
import { ArchiveDialog } from "./archive-dialog"
import { ClientFacts } from "./client-facts"
import { clientVocabulary } from "./vocabulary"

export const clientTabs = ["overview", "contacts", "projects", "engagements", "statement", "notes", "portal"] as const
export type ClientTab = (typeof clientTabs)[number]

type ClientPageProps = {
  client: Client
  tab: ClientTab
  can: (permission: "clients:write" | "notes:read" | "projects:read" | "payments:read") => boolean
  owner: string | null
  openInvoices: number
  children: ReactNode
}

/** A client's page: its header, tabs and facts, around the tab that is open. */
export async function ClientPage({ client, tab, can, owner, openInvoices, children }: ClientPageProps) {
  const [t, vocabulary] = await Promise.all([getTranslations("clients"), clientVocabulary()])
  const shown = clientTabs.filter(
    (name) =>
      (name !== "notes" || can("notes:read")) &&
      (name !== "projects" || can("projects:read")) &&
      (name !== "statement" || can("payments:read")),
  )
  const archived = client.status === "archived"
  return (
    <Page
      title={client.name}
      breadcrumbs={[{ label: t("title"), href: "/clients" }]}
      status={<StatusBadge status={client.status} vocabulary={vocabulary} />}
      actions={can("clients:write") && <LinkButton href={`/clients/${client.id}/edit`}>{t("edit")}</LinkButton>}
      more={
        can("clients:write")
          ? [{ label: t(archived ? "restore" : "archive"), dialog: "archive", danger: !archived }]
          : undefined
      }
      tabs={
        <Tabs
          label={t("tabs.label")}
          tabs={shown.map((name) => ({
            href: name === "overview" ? `/clients/${client.id}` : `/clients/${client.id}?tab=${name}`,
            label: t(`tabs.${name}`),
            current: name === tab,
          }))}
        />
      }
      aside={tab === "overview" && <ClientFacts client={client} owner={owner} />}
    >
      {archived && <Banner title={t("archivedTitle")}>{t("archivedBody")}</Banner>}
      {children}
      {can("clients:write") && <ArchiveDialog client={client} openInvoices={openInvoices} />}
    </Page>
  )
}
