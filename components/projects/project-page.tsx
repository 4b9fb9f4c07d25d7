import Link from "next/link"
import { getTranslations } from "next-intl/server"
import type { ReactNode } from "react"
import { Page } from "@/components/shell/page"
import { StatusBadge } from "@/components/ui/badge"
import { LinkButton } from "@/components/ui/button"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { Tabs } from "@/components/ui/tabs"
import { deleteProjectAction } from "@/lib/domains/projects/actions"
import type { Project } from "@/lib/domains/projects/schema"
import type { Permission } from "@/lib/kernel/permissions"
import { ProjectFacts } from "./project-facts"
import { StatusDialog } from "./status-dialog"
import { projectVocabulary } from "./vocabulary"

export const projectTabs = ["overview", "tasks", "time"] as const
export type ProjectTab = (typeof projectTabs)[number]

type ProjectPageProps = {
  project: Project
  tab: ProjectTab
  can: (permission: Permission) => boolean
  children: ReactNode
}

/** A project's page: its header, tabs and facts, around the tab that is open. */
export async function ProjectPage({ project, tab, can, children }: ProjectPageProps) {
  const [t, vocabulary] = await Promise.all([getTranslations("projects"), projectVocabulary()])
  const { id, name, status, clientId, clientName } = project
  const mayWrite = can("projects:write")
  const shown = projectTabs.filter((each) => each !== "time" || can("time:own"))
  return (
    <Page
      title={name}
      status={<StatusBadge status={status} vocabulary={vocabulary} />}
      breadcrumbs={[{ label: t("title"), href: "/projects" }]}
      subtitle={
        can("clients:read") ? (
          <Link className="link" href={`/clients/${clientId}`} prefetch={false}>
            {clientName}
          </Link>
        ) : (
          clientName
        )
      }
      actions={mayWrite && <LinkButton href={`/projects/${id}/edit`}>{t("edit")}</LinkButton>}
      more={
        mayWrite
          ? [
              { label: t("setStatus"), dialog: "status" },
              { label: t("delete"), dialog: "delete", danger: true },
            ]
          : undefined
      }
      tabs={
        <Tabs
          label={t("tabs.label")}
          tabs={shown.map((each) => ({
            href: each === "overview" ? `/projects/${id}` : `/projects/${id}?tab=${each}`,
            label: t(`tabs.${each}`),
            current: each === tab,
          }))}
        />
      }
      aside={tab === "overview" && <ProjectFacts project={project} mayWrite={mayWrite} />}
    >
      {children}
      {mayWrite && (
        <>
          <StatusDialog project={project} />
          <ConfirmDialog
            id="delete"
            title={t("deleteTitle", { name })}
            confirm={t("delete")}
            action={deleteProjectAction}
            values={{ id }}
          >
            <p>{t("deleteBody")}</p>
          </ConfirmDialog>
        </>
      )}
    </Page>
  )
}
