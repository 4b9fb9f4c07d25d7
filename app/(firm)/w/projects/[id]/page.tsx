import { permitted } from "@/components/navigation/permitted"
import { ProjectOverview } from "@/components/projects/project-overview"
import { ProjectPage, projectTabs } from "@/components/projects/project-page"
import { ProjectTabContent } from "@/components/projects/project-tab"
import { listAssignable, readProject, readProjectFigures } from "@/lib/domains/projects/operations"
import { listTasksOfProject } from "@/lib/domains/tasks/operations/tasks"
import { load, loadIfAllowed } from "@/lib/kernel/load"
import { paramOf, type SearchParams } from "@/lib/kernel/search-params"

type Props = { params: Promise<{ id: string }>; searchParams: SearchParams }

export default async function Project({ params, searchParams }: Props) {
  const { id } = await params
  const project = await load(readProject, { id })
  const [tab, can] = await Promise.all([paramOf(searchParams, "tab", projectTabs), permitted()])
  if (tab !== "overview") {
    const { items: people } = await load(listAssignable, {})
    return (
      <ProjectPage project={project} tab={tab} can={can}>
        <ProjectTabContent project={project} tab={tab} people={people} can={can} searchParams={searchParams} />
      </ProjectPage>
    )
  }
  const [figures, all, open] = await Promise.all([
    loadIfAllowed(readProjectFigures, { id }),
    load(listTasksOfProject, { id, limit: 1 }),
    load(listTasksOfProject, { id, limit: 1, status: ["todo", "in_progress", "waiting"] }),
  ])
  const tasks = { all: all.count, open: open.count }
  return (
    <ProjectPage project={project} tab={tab} can={can}>
      <ProjectOverview project={project} figures={figures} tasks={tasks} can={can} />
    </ProjectPage>
  )
}
