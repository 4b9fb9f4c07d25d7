import { describe, expect, it } from "vitest"
import { createClient } from "@/lib/domains/clients/operations"
import { createProject, updateProject } from "@/lib/domains/projects/operations"
import { createTimeEntry } from "@/lib/domains/time/operations/entries"
import { withClock } from "@/lib/platform/clock"
import { aFirm, eventsOf } from "@/test/given"
import { moveTask } from "./operations/moving"
import { createTask, deleteTask, listTasks, listTasksOfProject, readTask, updateTask } from "./operations/tasks"

async function aTask() {
  const firm = await aFirm()
  const client = await firm.owner.does(createClient, { name: "Harbour & Co" })
  const project = await firm.owner.does(createProject, { clientId: client.id, name: "Year end", status: "active" })
  const task = await firm.owner.does(createTask, { id: project.id, title: "Collect statements" })
  return { ...firm, client, project, task }
}

const missing = { code: "not_found" }
const no = { code: "forbidden" }

describe("a task", () => {
  it("belongs to a project and its client, at the end of the list", async () => {
    const { owner, client, project, task } = await aTask()
    expect(task).toMatchObject({ status: "todo", position: 0, clientId: client.id, projectName: "Year end" })
    expect(await owner.does(createTask, { id: project.id, title: "Next" })).toMatchObject({ position: 1 })
    expect((await owner.does(listTasksOfProject, { id: project.id })).items.map(({ title }) => title)).toEqual([
      "Collect statements",
      "Next",
    ])
  })

  it("remembers when it was done, and forgets when it is taken up again", async () => {
    const { owner, firm, task } = await aTask()
    const done = await owner.does(updateTask, { id: task.id, status: "done" })
    expect(done.completedAt).not.toBeNull()
    expect((await eventsOf(firm)).at(-1)).toMatchObject({ name: "task.completed", subjectId: task.id })
    const renamed = await owner.does(updateTask, { id: task.id, title: "Collected" })
    expect(renamed.completedAt).toBe(done.completedAt)
    expect((await owner.does(updateTask, { id: task.id, status: "waiting" })).completedAt).toBeNull()
  })

  it("tells who it was given to, once", async () => {
    const { owner, firm, member, task } = await aTask()
    const staff = await member("staff", ["projects:read", "tasks:write"])
    const given = await owner.does(updateTask, { id: task.id, assigneeId: staff.id })
    expect(given).toMatchObject({ assigneeId: staff.id, assigneeName: "Test staff" })
    await owner.does(updateTask, { id: task.id, assigneeId: staff.id, priority: "high" })
    expect((await eventsOf(firm)).filter(({ name }) => name === "task.assigned")).toHaveLength(1)
    expect((await staff.does(listTasks, { assigneeId: "me" })).items).toMatchObject([{ id: task.id }])
    expect((await owner.does(listTasks, { assigneeId: "me" })).count).toBe(0)
    expect((await owner.does(updateTask, { id: task.id, assigneeId: null })).assigneeName).toBeNull()
  })

  it("is found by status, project, lateness and words", async () => {
    const { owner, project, task } = await aTask()
    const { id } = await owner.does(createTask, { id: project.id, title: "File return", dueOn: "2026-03-31" })
    await owner.does(updateTask, { id: task.id, status: "in_progress" })
    expect((await owner.does(listTasks, { status: ["todo"] })).items).toMatchObject([{ id }])
    expect((await owner.does(listTasks, { q: "return harbour" })).items).toMatchObject([{ id }])
    expect((await owner.does(listTasks, { projectId: crypto.randomUUID() })).count).toBe(0)
    const late = (at: string) => withClock(new Date(at), () => owner.does(listTasks, { overdue: true }))
    expect((await late("2026-03-31T23:00:00Z")).count).toBe(0)
    expect((await late("2026-04-01T00:00:00Z")).items).toMatchObject([{ id }])
    await owner.does(updateTask, { id, status: "done" })
    expect((await late("2026-04-01T00:00:00Z")).count).toBe(0)
  })

  it("is late by the calendar of who looks", async () => {
    const { owner, member, project } = await aTask()
    await owner.does(createTask, { id: project.id, title: "File return", dueOn: "2026-03-31" })
    const { owner: honolulu } = await aFirm({ timeZone: "Pacific/Honolulu" })
    const client = await honolulu.does(createClient, { name: "Bay" })
    const theirs = await honolulu.does(createProject, { clientId: client.id, name: "Year end" })
    await honolulu.does(createTask, { id: theirs.id, title: "File return", dueOn: "2026-03-31" })
    const viewer = await member("readonly")
    const late = (who: typeof owner) =>
      withClock(new Date("2026-04-01T05:00:00Z"), async () => (await who.does(listTasks, { overdue: true })).count)
    expect([await late(viewer), await late(honolulu)]).toEqual([1, 0])
  })

  it("pages by due date, those without one last", async () => {
    const { owner, project } = await aTask()
    for (const [title, dueOn] of [
      ["b", "2026-02-01"],
      ["a", "2026-01-01"],
      ["c", null],
    ] as const)
      await owner.does(createTask, { id: project.id, title, dueOn })
    const first = await owner.does(listTasks, { sort: "dueOn", limit: 3 })
    expect(first.items.map(({ title }) => title)).toEqual(["a", "b", "Collect statements"])
    const second = await owner.does(listTasks, { sort: "dueOn", limit: 3, cursor: first.next! })
    expect(second.items.map(({ title }) => title)).toEqual(["c"])
  })

  it("is most urgent first when sorted so", async () => {
    const { owner, project } = await aTask()
    for (const priority of ["low", "urgent", "high"] as const)
      await owner.does(createTask, { id: project.id, title: priority, priority })
    const { items } = await owner.does(listTasks, { sort: "priority" })
    expect(items.map(({ priority }) => priority)).toEqual(["urgent", "high", "normal", "low"])
  })

  it("keeps its place on the board, also when several are moved at once", async () => {
    const { owner, project, task } = await aTask()
    const [b, c] = [
      await owner.does(createTask, { id: project.id, title: "b" }),
      await owner.does(createTask, { id: project.id, title: "c" }),
    ]
    const column = async (status: "todo" | "done") =>
      (await owner.does(listTasksOfProject, { id: project.id, status: [status] })).items.map(({ id }) => id)
    await owner.does(moveTask, { id: c.id, status: "todo", index: 0 })
    expect(await column("todo")).toEqual([c.id, task.id, b.id])
    const done = await owner.does(moveTask, { id: task.id, status: "done", index: 9 })
    expect(done.completedAt).not.toBeNull()
    expect(await column("todo")).toEqual([c.id, b.id])
    await Promise.all([b, c].map(({ id }) => owner.does(moveTask, { id, status: "done", index: 0 })))
    expect(new Set(await column("done"))).toEqual(new Set([b.id, c.id, task.id]))
    const { items } = await owner.does(listTasksOfProject, { id: project.id })
    expect(items.map(({ position }) => position)).toEqual([0, 1, 2])
  })

  it("with time on it stays; without, it is deleted", async () => {
    const { owner, project, task } = await aTask()
    const worked = await owner.does(createTask, { id: project.id, title: "Worked on" })
    const entry = { projectId: project.id, taskId: worked.id, date: "2026-01-05", hours: "1", hourlyRate: "90" }
    await owner.does(createTimeEntry, entry)
    await expect(owner.does(deleteTask, { id: worked.id })).rejects.toMatchObject({
      code: "conflict",
      sentence: { key: "tasks.refusals.hasTime" },
    })
    await owner.does(deleteTask, { id: task.id })
    await expect(owner.does(readTask, { id: task.id })).rejects.toMatchObject(missing)
  })

  it("is not added to a cancelled project, nor given to a stranger", async () => {
    const { owner, project } = await aTask()
    const theirs = await aFirm()
    await expect(
      owner.does(createTask, { id: project.id, title: "x", assigneeId: theirs.owner.id }),
    ).rejects.toMatchObject(missing)
    await owner.does(updateProject, { id: project.id, status: "cancelled" })
    await expect(owner.does(createTask, { id: project.id, title: "x" })).rejects.toMatchObject({ code: "conflict" })
  })

  it("of another firm is as if it did not exist", async () => {
    const { project, task } = await aTask()
    const { owner: stranger } = await aFirm()
    const { id } = task
    await expect(stranger.does(readTask, { id })).rejects.toMatchObject(missing)
    await expect(stranger.does(updateTask, { id, title: "Mine" })).rejects.toMatchObject(missing)
    await expect(stranger.does(moveTask, { id, status: "done" })).rejects.toMatchObject(missing)
    await expect(stranger.does(deleteTask, { id })).rejects.toMatchObject(missing)
    await expect(stranger.does(createTask, { id: project.id, title: "Mine" })).rejects.toMatchObject(missing)
    await expect(stranger.does(listTasksOfProject, { id: project.id })).rejects.toMatchObject(missing)
    expect((await stranger.does(listTasks, {})).count).toBe(0)
  })

  it("is written only by those who may", async () => {
    const { member, project, task } = await aTask()
    const viewer = await member("readonly")
    expect((await viewer.does(listTasks, {})).count).toBe(1)
    await expect(viewer.does(updateTask, { id: task.id, title: "x" })).rejects.toMatchObject(no)
    await expect(viewer.does(createTask, { id: project.id, title: "x" })).rejects.toMatchObject(no)
    await expect(viewer.does(moveTask, { id: task.id, status: "done" })).rejects.toMatchObject(no)
    await expect(viewer.does(deleteTask, { id: task.id })).rejects.toMatchObject(no)
    await expect((await member("staff")).does(listTasks, {})).rejects.toMatchObject(no)
  })
})
