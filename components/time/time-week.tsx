import { viewer } from "@/components/navigation/permitted"
import { listAssignable } from "@/lib/domains/projects/operations"
import { listWork, readTimeWeek } from "@/lib/domains/time/operations/entries"
import { workKey } from "@/lib/domains/time/rules"
import { load, loadIfAllowed } from "@/lib/kernel/load"
import { today } from "@/lib/platform/clock"
import { TimeAdd } from "./time-add"
import { WeekNav } from "./week-nav"
import { WeekPerson } from "./week-person"
import { WeekSubmit } from "./week-submit"
import { WeekView } from "./week-view"

type WeekProps = {
  on?: string
  memberId?: string
  chosen: { projectId?: string; taskId?: string; all?: boolean }
  all: boolean
}

/** A week of one's own, or with everybody's time in one's hands that of another. */
export async function Week({ on, memberId, chosen, all }: WeekProps) {
  const [person, week, { results: work }, people] = await Promise.all([
    viewer(),
    load(readTimeWeek, { on, memberId }),
    load(listWork, chosen),
    all ? loadIfAllowed(listAssignable, {}) : null,
  ])
  const now = today(person?.timeZone)
  const date = now >= week.from && now <= week.until ? now : week.from
  const other = memberId && memberId !== person?.id ? memberId : undefined
  return (
    <>
      <div className="flex flex-wrap items-center gap-3">
        <WeekNav from={week.from} until={week.until} memberId={other} />
        {people && <WeekPerson week={week.from} memberId={week.memberId} people={people.items} />}
      </div>
      <TimeAdd work={work} date={date} memberId={other} chosen={workKey(chosen)} />
      {person?.approvesTime && <WeekSubmit week={week} />}
      <WeekView week={week} approves={Boolean(person?.approvesTime)} />
    </>
  )
}
