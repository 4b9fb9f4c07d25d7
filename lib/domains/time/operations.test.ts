import { describe, expect, it } from "vitest"
import { createClient } from "@/lib/domains/clients/operations"
import { createProject, updateProject } from "@/lib/domains/projects/operations"
import { createTask } from "@/lib/domains/tasks/operations/tasks"
import { withClock } from "@/lib/platform/clock"
import { aFirm, owner as database, eventsOf } from "@/test/given"
import { approveTime, reopenTime, submitTime } from "./operations/approval"
import {
  createTimeEntry,
  deleteTimeEntry,
  listTimeEntries,
  listWork,
  readTimeEntry,
  readTimeWeek,
  updateTimeEntry,
} from "./operations/entries"

async function aProject(values: Parameters<typeof aFirm>[0] = {}) {
  const firm = await aFirm(values)
  const { owner, member } = firm
  const client = await owner.does(createClient, { name: "Harbour & Co" })
  const project = await owner.does(createProject, { clientId: client.id, name: "Year end", status: "active" })
  const staff = await member("staff", ["projects:read", "time:own"])
  const worked = { projectId: project.id, date: "2026-01-05", hours: "2.50", hourlyRate: 200 }
  return { ...firm, client, project, staff, worked }
}

const missing = { code: "not_found" }
const no = { code: "forbidden" }
const locked = (key: string) => ({ code: "conflict", sentence: { key: `time.refusals.${key}` } })
const wrong = (field: string, key: string) => ({ fields: { [field]: [{ key }] } })

describe("a time entry", () => {
  it("keeps the hours as they were sent and bills hours × rate", async () => {
    const { firm, owner, worked, client } = await aProject()
    const entry = await owner.does(createTimeEntry, worked)
    expect(entry).toMatchObject({
      hours: "2.50",
      hourlyRate: "200",
      billedAmount: "500.00",
      currency: "USD",
      clientId: client.id,
      memberId: owner.id,
      status: "open",
      invoiceId: null,
    })
    expect((await owner.does(createTimeEntry, { ...worked, hours: 0.25 })).hours).toBe("0.25")
    expect((await owner.does(createTimeEntry, { ...worked, hours: "1:30" })).billedAmount).toBe("300.00")
    expect((await owner.does(createTimeEntry, { ...worked, billable: false })).billedAmount).toBe("0.00")
    expect((await eventsOf(firm)).at(-1)).toMatchObject({ name: "time.recorded" })
  })

  it("takes the rate of the project, else the person's, else the firm's, else asks for one", async () => {
    const { firm, owner, project, worked } = await aProject()
    const { hourlyRate: _, ...unpriced } = worked
    const rate = async () => (await owner.does(createTimeEntry, unpriced)).hourlyRate
    await expect(rate()).rejects.toMatchObject(wrong("hourlyRate", "time.refusals.noRate"))
    expect((await owner.does(createTimeEntry, { ...unpriced, billable: false })).hourlyRate).toBe("0")
    await database`update firms set hourly_rate = 100 where id = ${firm.id}`
    expect(await rate()).toBe("100")
    await database`update members set hourly_rate = 120 where id = ${owner.id}`
    expect(await rate()).toBe("120")
    await owner.does(updateProject, { id: project.id, hourlyRate: "150" })
    expect(await rate()).toBe("150.00")
  })

  it("is never ahead of both UTC and the caller's own day", async () => {
    const { owner, worked } = await aProject({ timeZone: "Pacific/Kiritimati" })
    const on = (date: string) =>
      withClock(new Date("2026-01-05T12:00:00Z"), () => owner.does(createTimeEntry, { ...worked, date }))
    expect((await on("2026-01-05")).date).toBe("2026-01-05")
    expect((await on("2026-01-06")).date).toBe("2026-01-06")
    await expect(on("2026-01-07")).rejects.toMatchObject(wrong("date", "time.refusals.future"))
  })

  it("takes the UTC date from somebody whose own day lags behind", async () => {
    const { owner, worked } = await aProject({ timeZone: "Pacific/Honolulu" })
    const entry = withClock(new Date("2026-01-05T02:00:00Z"), () => owner.does(createTimeEntry, worked))
    expect((await entry).date).toBe("2026-01-05")
  })

  it("has more than no hours and no more than a day of them", async () => {
    const { owner, worked } = await aProject()
    for (const hours of ["0", "-1", "half a day"])
      await expect(owner.does(createTimeEntry, { ...worked, hours })).rejects.toMatchObject({
        fields: { hours: [expect.anything()] },
      })
    await expect(owner.does(createTimeEntry, { ...worked, hours: "24.5" })).rejects.toMatchObject({
      fields: { hours: [{ key: "time.refusals.moreThanADay" }] },
    })
    expect((await owner.does(listTimeEntries, {})).count).toBe(0)
  })

  it("is for a task of its project, and not for a cancelled project", async () => {
    const { owner, client, project, worked } = await aProject()
    const other = await owner.does(createProject, { clientId: client.id, name: "Payroll" })
    const task = await owner.does(createTask, { id: other.id, title: "Run" })
    await expect(owner.does(createTimeEntry, { ...worked, taskId: task.id })).rejects.toMatchObject(
      wrong("taskId", "time.refusals.otherTask"),
    )
    await owner.does(updateProject, { id: project.id, status: "cancelled" })
    await expect(owner.does(createTimeEntry, worked)).rejects.toMatchObject(locked("cancelled"))
  })

  it("is priced again when it changes, and by the other project when it moves", async () => {
    const { owner, client, worked, project } = await aProject()
    const task = await owner.does(createTask, { id: project.id, title: "Run" })
    const { id } = await owner.does(createTimeEntry, { ...worked, taskId: task.id })
    expect(await owner.does(updateTimeEntry, { id, hours: "1" })).toMatchObject({ billedAmount: "200.00" })
    expect(await owner.does(updateTimeEntry, { id, billable: false })).toMatchObject({ billedAmount: "0.00" })
    const other = await owner.does(createProject, { clientId: client.id, name: "Payroll", hourlyRate: "80" })
    expect(await owner.does(updateTimeEntry, { id, projectId: other.id, billable: true })).toMatchObject({
      taskId: null,
      hourlyRate: "80.00",
      billedAmount: "80.00",
      projectName: "Payroll",
    })
  })

  it("on an invoice is locked", async () => {
    const { owner, worked } = await aProject()
    const { id } = await owner.does(createTimeEntry, worked)
    await database`update time_entries set invoice_id = ${crypto.randomUUID()} where id = ${id}`
    await expect(owner.does(updateTimeEntry, { id, hours: "1" })).rejects.toMatchObject(locked("invoiced"))
    await expect(owner.does(deleteTimeEntry, { id })).rejects.toMatchObject(locked("invoiced"))
    expect((await owner.does(listTimeEntries, { invoiced: true })).items).toMatchObject([{ id, hours: "2.50" }])
    expect((await owner.does(listTimeEntries, { invoiced: false })).count).toBe(0)
  })
})

describe("whose time it is", () => {
  it("staff see and write their own; everybody's is for those who may", async () => {
    const { owner, staff, worked } = await aProject()
    const mine = await staff.does(createTimeEntry, worked)
    const theirs = await owner.does(createTimeEntry, worked)
    expect((await staff.does(listTimeEntries, {})).items).toMatchObject([{ id: mine.id }])
    const { id } = theirs
    await expect(staff.does(readTimeEntry, { id })).rejects.toMatchObject(missing)
    await expect(staff.does(updateTimeEntry, { id, hours: "9" })).rejects.toMatchObject(missing)
    await expect(staff.does(deleteTimeEntry, { id })).rejects.toMatchObject(missing)
    await expect(staff.does(createTimeEntry, { ...worked, memberId: owner.id })).rejects.toMatchObject(no)
    await expect(staff.does(readTimeWeek, { memberId: owner.id })).rejects.toMatchObject(no)

    expect((await owner.does(listTimeEntries, {})).count).toBe(2)
    expect((await owner.does(listTimeEntries, { memberId: "me" })).count).toBe(1)
    expect(await owner.does(createTimeEntry, { ...worked, memberId: staff.id })).toMatchObject({ memberId: staff.id })
    await owner.does(deleteTimeEntry, { id: mine.id })
    expect((await staff.does(listTimeEntries, {})).count).toBe(1)
  })

  it("is nobody's without the permission, and another firm's is as if it did not exist", async () => {
    const { owner, member, worked } = await aProject()
    const { id } = await owner.does(createTimeEntry, worked)
    await expect((await member("readonly")).does(listTimeEntries, {})).rejects.toMatchObject(no)
    await expect((await member("staff")).does(createTimeEntry, worked)).rejects.toMatchObject(no)
    const { owner: stranger } = await aFirm()
    await expect(stranger.does(readTimeEntry, { id })).rejects.toMatchObject(missing)
    await expect(stranger.does(updateTimeEntry, { id, hours: "1" })).rejects.toMatchObject(missing)
    await expect(stranger.does(deleteTimeEntry, { id })).rejects.toMatchObject(missing)
    await expect(stranger.does(createTimeEntry, worked)).rejects.toMatchObject(missing)
  })

  it("can be recorded on what is not over, one's own tasks first", async () => {
    const { owner, staff, client, project } = await aProject()
    const over = await owner.does(createProject, { clientId: client.id, name: "Over" })
    await owner.does(updateProject, { id: over.id, status: "cancelled" })
    const first = await owner.does(createProject, { clientId: client.id, name: "A first" })
    const task = await owner.does(createTask, { id: project.id, title: "Run", assigneeId: staff.id })
    await owner.does(createTask, { id: project.id, title: "Done", status: "done" })
    const choice = (value: string, label: string) => ({ value, label, hint: "Harbour & Co" })
    const run = choice(`${project.id}:${task.id}`, "Year end: Run")
    const [yearEnd, aFirst] = [choice(project.id, "Year end"), choice(first.id, "A first")]
    expect((await owner.does(listWork, {})).results).toEqual([aFirst, yearEnd])
    expect((await staff.does(listWork, {})).results).toEqual([yearEnd, run, aFirst])
    await owner.does(createTimeEntry, { projectId: project.id, date: "2026-01-05", hours: "1", hourlyRate: 100 })
    expect((await owner.does(listWork, {})).results).toEqual([yearEnd, aFirst])
    expect((await owner.does(listWork, { q: "run" })).results).toEqual([run])
    expect((await owner.does(listWork, { q: "harbour first" })).results).toEqual([aFirst])
    expect((await owner.does(listWork, { q: "over" })).results).toEqual([])
    expect((await owner.does(listWork, { all: true })).results).toEqual([aFirst, yearEnd, run])
    expect((await owner.does(listWork, { projectId: project.id, only: true })).results).toEqual([yearEnd, run])
    expect((await owner.does(listWork, { projectId: over.id, only: true })).results).toEqual([])
    expect((await owner.does(listWork, { projectId: over.id })).results).toEqual([
      choice(over.id, "Over"),
      yearEnd,
      aFirst,
    ])
  })

  it("offers few before somebody asks, whatever a firm has", async () => {
    const { owner, client } = await aProject()
    for (let n = 0; n < 30; n++) await owner.does(createProject, { clientId: client.id, name: `Many ${n}` })
    expect((await owner.does(listWork, {})).results).toHaveLength(25)
    expect((await owner.does(listWork, { all: true })).results).toHaveLength(31)
  })

  it("adds up to a week, day by day", async () => {
    const { owner, worked } = await aProject()
    for (const [date, hours, billable] of [
      ["2026-01-04", "8", true],
      ["2026-01-05", "1.25", true],
      ["2026-01-05", "0.75", false],
      ["2026-01-11", "2", true],
    ] as const)
      await owner.does(createTimeEntry, { ...worked, date, hours, billable })
    const week = await owner.does(readTimeWeek, { on: "2026-01-08" })
    expect(week).toMatchObject({ from: "2026-01-05", until: "2026-01-11", hours: "4", billableHours: "3.25" })
    expect(week.days.map(({ hours }) => hours)).toEqual(["2", "0", "0", "0", "0", "0", "2"])
  })
})

describe("approval of time", () => {
  it("goes from open to submitted to approved, and back to be corrected", async () => {
    const { owner, staff, worked } = await aProject({ approvesTime: true })
    const { id } = await staff.does(createTimeEntry, worked)
    const ids = [id]
    await expect(owner.does(approveTime, { ids })).rejects.toMatchObject(locked("not.approved"))
    expect((await staff.does(submitTime, { ids })).items).toMatchObject([{ id, status: "submitted" }])
    await expect(staff.does(updateTimeEntry, { id, hours: "9" })).rejects.toMatchObject(locked("submitted"))
    await expect(staff.does(deleteTimeEntry, { id })).rejects.toMatchObject(locked("submitted"))
    await expect(staff.does(approveTime, { ids })).rejects.toMatchObject(no)
    expect((await owner.does(approveTime, { ids })).items).toMatchObject([{ id, status: "approved" }])
    await expect(owner.does(updateTimeEntry, { id, hours: "9" })).rejects.toMatchObject(locked("approved"))
    await owner.does(reopenTime, { ids })
    expect(await staff.does(updateTimeEntry, { id, hours: "3" })).toMatchObject({ status: "open", hours: "3" })
  })

  it("takes all of the entries or none", async () => {
    const { owner, staff, worked } = await aProject({ approvesTime: true })
    const mine = await staff.does(createTimeEntry, worked)
    const theirs = await owner.does(createTimeEntry, worked)
    await expect(staff.does(submitTime, { ids: [mine.id, theirs.id] })).rejects.toMatchObject(missing)
    await owner.does(submitTime, { ids: [theirs.id] })
    await expect(owner.does(submitTime, { ids: [mine.id, theirs.id] })).rejects.toMatchObject(locked("not.submitted"))
    expect(await staff.does(readTimeEntry, { id: mine.id })).toMatchObject({ status: "open" })
  })

  it("leaves alone what is on an invoice", async () => {
    const { owner, worked } = await aProject({ approvesTime: true })
    const { id } = await owner.does(createTimeEntry, worked)
    await database`update time_entries set status = 'approved', invoice_id = ${crypto.randomUUID()} where id = ${id}`
    await expect(owner.does(reopenTime, { ids: [id] })).rejects.toMatchObject(locked("invoiced"))
  })

  it("is not there when the firm doesn't approve time", async () => {
    const { owner, worked } = await aProject()
    const { id } = await owner.does(createTimeEntry, worked)
    for (const operation of [submitTime, approveTime, reopenTime])
      await expect(owner.does(operation, { ids: [id] })).rejects.toMatchObject(locked("approvalOff"))
  })
})
