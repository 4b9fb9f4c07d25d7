import { getTranslations } from "next-intl/server"
import { Dialog } from "@/components/ui/dialog"
import type { Project } from "@/lib/domains/projects/schema"
import { StatusForm } from "./status-form"

export async function StatusDialog({ project }: { project: Project }) {
  const t = await getTranslations("projects")
  return (
    <Dialog id="status" title={t("setStatus")}>
      <StatusForm project={project} />
    </Dialog>
  )
}
