import { getTranslations } from "next-intl/server"
import { LinkButton } from "@/components/ui/button"
import { Panel } from "@/components/ui/panel"
import { EmptyState } from "@/components/ui/state"
import type { Project } from "@/lib/domains/projects/schema"
import { ProjectRows } from "./project-rows"

type ProjectPanelProps = { clientId: string; projects: Project[]; mayWrite: boolean }

/** A client's projects, on the client's page. */
export async function ProjectPanel({ clientId, projects, mayWrite }: ProjectPanelProps) {
  const t = await getTranslations("projects")
  const add = mayWrite && <LinkButton href={`/projects/new?clientId=${clientId}`}>{t("new")}</LinkButton>
  if (projects.length === 0) return <EmptyState title={t("empty")} body={t("emptyBody")} action={add} />
  return (
    <Panel title={t("title")} actions={add} flush>
      <ProjectRows projects={projects} ofClient />
    </Panel>
  )
}
