import { viewer } from "@/components/navigation/permitted"
import { TimeAdd } from "@/components/time/time-add"
import { listWork } from "@/lib/domains/time/operations/entries"
import { load } from "@/lib/kernel/load"
import { readParams, type SearchParams } from "@/lib/kernel/search-params"
import { today } from "@/lib/platform/clock"
import { TimeList } from "./time-list"

/** A project's time, and a line to add more. */
export async function TimeOfProject({ projectId, searchParams }: { projectId: string; searchParams: SearchParams }) {
  const { all } = await readParams(listWork, searchParams)
  const [person, { results: work }] = await Promise.all([viewer(), load(listWork, { projectId, only: true, all })])
  return (
    <>
      {work.length > 0 && (
        <TimeAdd work={work} projectId={projectId} date={today(person?.timeZone)} chosen={projectId} />
      )}
      <TimeList searchParams={searchParams} projectId={projectId} />
    </>
  )
}
