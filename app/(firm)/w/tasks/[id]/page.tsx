import { RecordTimeline } from "@/components/audit/record-timeline"
import { permitted } from "@/components/navigation/permitted"
import { TaskComments } from "@/components/tasks/task-comments"
import { TaskFacts } from "@/components/tasks/task-facts"
import { TaskPage } from "@/components/tasks/task-page"
import { listComments } from "@/lib/domains/tasks/operations/comments"
import { readTask } from "@/lib/domains/tasks/operations/tasks"
import { load } from "@/lib/kernel/load"
import { readParams, type SearchParams } from "@/lib/kernel/search-params"

type Props = { params: Promise<{ id: string }>; searchParams: SearchParams }

export default async function Task({ params, searchParams }: Props) {
  const { id } = await params
  const [task, { cursor }, can] = await Promise.all([
    load(readTask, { id }),
    readParams(listComments, searchParams),
    permitted(),
  ])
  const comments = await load(listComments, { id, sort: "-createdAt", limit: 50, cursor })
  const mayWrite = can("tasks:write")
  return (
    <TaskPage
      task={task}
      mayWrite={mayWrite}
      mayLog={can("time:own")}
      aside={
        <>
          <TaskFacts task={task} mayWrite={mayWrite} />
          <RecordTimeline subjectId={id} />
        </>
      }
    >
      <TaskComments task={task} comments={comments.items} earlier={comments.next} mayWrite={mayWrite} />
    </TaskPage>
  )
}
