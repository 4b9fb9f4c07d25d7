import { getLocale, getTranslations } from "next-intl/server"
import { Page } from "@/components/shell/page"
import { OurComments } from "@/components/tasks/our-comments"
import { ourTaskVocabulary } from "@/components/tasks/vocabulary"
import { StatusBadge } from "@/components/ui/badge"
import { formatDay } from "@/components/ui/format"
import { readOurProject } from "@/lib/domains/projects/portal"
import { listOurComments, readOurTask } from "@/lib/domains/tasks/portal"
import { load } from "@/lib/kernel/load"
import { readParams, type SearchParams } from "@/lib/kernel/search-params"
import { currentSite } from "@/lib/platform/current-site"

type Props = { params: Promise<{ id: string }>; searchParams: SearchParams }

export default async function OurTaskPage({ params, searchParams }: Props) {
  const { id } = await params
  const [task, { cursor }] = await Promise.all([load(readOurTask, { id }), readParams(listOurComments, searchParams)])
  const [project, comments, { firm }, t, own, vocabulary, locale] = await Promise.all([
    load(readOurProject, { id: task.projectId }),
    load(listOurComments, { taskId: id, sort: "-createdAt", limit: 50, cursor }),
    currentSite("portal"),
    getTranslations("projects.portal"),
    getTranslations("tasks.portal"),
    ourTaskVocabulary(),
    getLocale(),
  ])
  return (
    <Page
      title={task.title}
      status={<StatusBadge status={task.status} vocabulary={vocabulary} />}
      breadcrumbs={[
        { label: t("title"), href: "/projects" },
        { label: project.name, href: `/projects/${project.id}` },
      ]}
      subtitle={task.dueOn && task.status !== "done" ? own("due", { day: formatDay(locale, task.dueOn) }) : undefined}
    >
      {task.description && <p className="whitespace-pre-line break-words">{task.description}</p>}
      <OurComments taskId={id} firm={firm!.name} comments={comments.items} earlier={comments.next} />
    </Page>
  )
}
