import { TaskAdd } from "@/components/tasks/task-add"
import { TaskBoard } from "@/components/tasks/task-board"
import { TaskRows } from "@/components/tasks/task-rows"
import { TimeOfProject } from "@/components/time/time-of-project"
import { ListToolbar } from "@/components/ui/list-toolbar"
import type { Project } from "@/lib/domains/projects/schema"
import { listTasksOfProject } from "@/lib/domains/tasks/operations/tasks"
import { load } from "@/lib/kernel/load"
import type { Permission } from "@/lib/kernel/permissions"
import { paramOf, readParams, type SearchParams } from "@/lib/kernel/search-params"
import { TaskViews } from "./task-views"

type ProjectTabProps = {
  project: Project
  tab: "tasks" | "time"
  people: { id: string; name: string }[]
  can: (permission: Permission) => boolean
  searchParams: SearchParams
}

/** What an open tab of a project's page shows. */
export async function ProjectTabContent({ project, tab, people, can, searchParams }: ProjectTabProps) {
  if (tab === "time") return <TimeOfProject projectId={project.id} searchParams={searchParams} />
  const [view, { id: _, ...asked }] = await Promise.all([
    paramOf(searchParams, "view", ["list", "board"]),
    readParams(listTasksOfProject, searchParams),
  ])
  const board = view === "board"
  const { items, count, next, previous } = await load(listTasksOfProject, {
    id: project.id,
    ...(board ? { limit: 100 } : { limit: 50, ...asked }),
  })
  const mayWrite = can("tasks:write")
  return (
    <div className="grid gap-4">
      <ListToolbar>
        <TaskViews view={view} />
      </ListToolbar>
      {mayWrite && project.status !== "cancelled" && <TaskAdd projectId={project.id} people={people} />}
      {board ? (
        <TaskBoard tasks={items} count={count} mayWrite={mayWrite} />
      ) : (
        <div>
          <TaskRows tasks={items} page={{ count, next, previous }} ofProject />
        </div>
      )}
    </div>
  )
}
