import { describe, expect, it } from "vitest"
import { createClient, readClientFigures, updateClient } from "@/lib/domains/clients/operations"
import { createEngagement } from "@/lib/domains/engagements/operations"
import { createComment } from "@/lib/domains/tasks/operations/comments"
import { createTask, listTasks } from "@/lib/domains/tasks/operations/tasks"
import { createTimeEntry } from "@/lib/domains/time/operations/entries"
import { aFirm, eventsOf } from "@/test/given"
import {
  createProject,
  deleteProject,
  listAssignable,
  listProjects,
  readProject,
  readProjectFigures,
  updateProject,
} from "./operations"
import { listOurProjects, readOurProject } from "./portal"

async function aProject() {
  const firm = await aFirm()
  const client = await firm.owner.does(createClient, { name: "Harbour & Co", currency: "EUR" })
  const project = await firm.owner.does(createProject, { clientId: client.id, name: " Year end ", budget: 12000 })
  return { ...firm, client, project }
}

describe("a project", () => {
  it("takes its client's currency and starts as planned", async () => {
    const { firm, owner, client, project } = await aProject()
    expect(project).toMatchObject({
      name: "Year end",
      clientId: client.id,
      clientName: "Harbour & Co",
      currency: "EUR",
      budget: "12000.00",
      status: "planned",
    })
    expect(await owner.does(readProject, { id: project.id })).toEqual(project)
    expect((await eventsOf(firm)).at(-1)).toMatchObject({ name: "project.created", subjectId: project.id })
  })

  it("moves along its ways only, and says so", async () => {
    const { owner, project } = await aProject()
    const { id } = project
    await expect(owner.does(updateProject, { id, status: "completed" })).rejects.toMatchObject({
      code: "conflict",
      sentence: { key: "projects.refusals.way", values: { from: "planned", to: "completed" } },
    })
    for (const status of ["active", "on_hold", "active", "completed", "active", "cancelled", "planned"] as const)
      expect(await owner.does(updateProject, { id, status })).toMatchObject({ status })
  })

  it("is found by its own and its client's name, status and manager", async () => {
    const { owner, client, project } = await aProject()
    await owner.does(createProject, { clientId: client.id, name: "Payroll", status: "active", managerId: owner.id })
    expect((await owner.does(listProjects, { q: "harbour year" })).items).toMatchObject([{ id: project.id }])
    expect((await owner.does(listProjects, { status: ["active", "on_hold"] })).items).toMatchObject([
      { name: "Payroll", managerName: "Test owner" },
    ])
    expect((await owner.does(listProjects, { managerId: owner.id })).count).toBe(1)
    expect((await owner.does(listProjects, { clientId: client.id, sort: "dueOn" })).count).toBe(2)
  })

  it("is not made for an archived client, with dates in the wrong order, or managed by a stranger", async () => {
    const { owner, client, project } = await aProject()
    const theirs = await aFirm()
    const { id } = project
    await expect(owner.does(updateProject, { id, startsOn: "2026-02-01", dueOn: "2026-01-01" })).rejects.toMatchObject({
      fields: { dueOn: [{ key: "projects.refusals.dueBeforeStart" }] },
    })
    await expect(owner.does(updateProject, { id, managerId: theirs.owner.id })).rejects.toMatchObject({
      code: "not_found",
    })
    await owner.does(updateClient, { id: client.id, status: "archived" })
    await expect(owner.does(createProject, { clientId: client.id, name: "More" })).rejects.toMatchObject({
      code: "conflict",
    })
  })

  it("is the only one of its engagement, which is its own client's", async () => {
    const { owner, client } = await aProject()
    const other = await owner.does(createClient, { name: "Globex" })
    const { id: engagementId } = await owner.does(createEngagement, {
      clientId: client.id,
      name: "Audit",
      summary: "x",
    })
    await expect(owner.does(createProject, { clientId: other.id, engagementId, name: "A" })).rejects.toMatchObject({
      fields: { engagementId: [expect.anything()] },
    })
    const tries = await Promise.allSettled(
      ["A", "B", "C"].map((name) => owner.does(createProject, { clientId: client.id, engagementId, name })),
    )
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
    for (const one of tries) if (one.status === "rejected") expect(one.reason).toMatchObject({ code: "conflict" })
  })

  it("is deleted with its tasks while nothing was worked on it, and kept from then on", async () => {
    const { owner, project } = await aProject()
    const task = await owner.does(createTask, { id: project.id, title: "Collect" })
    await owner.does(createComment, { id: task.id, body: "Soon" })
    const kept = await owner.does(createProject, { clientId: project.clientId, name: "Kept" })
    await owner.does(createTimeEntry, { projectId: kept.id, date: "2026-01-05", hours: "1", hourlyRate: "90" })

    await owner.does(deleteProject, { id: project.id })
    expect((await owner.does(listTasks, {})).count).toBe(0)
    await expect(owner.does(deleteProject, { id: kept.id })).rejects.toMatchObject({ code: "conflict" })
    expect((await owner.does(listProjects, {})).items).toMatchObject([{ id: kept.id }])
  })

  it("adds up its hours and what of them is unbilled, for those who may see everybody's time", async () => {
    const { owner, member, client, project } = await aProject()
    const time = { projectId: project.id, date: "2026-01-05", hourlyRate: "90.50" }
    await owner.does(createTimeEntry, { ...time, hours: "1.25" })
    await owner.does(createTimeEntry, { ...time, hours: "2", billable: false })
    expect(await owner.does(readProjectFigures, { id: project.id })).toEqual({
      projectId: project.id,
      currency: "EUR",
      hours: "3.25",
      billedAmount: "113.13",
      unbilledHours: "1.25",
      unbilledAmount: "113.13",
    })
    expect(await owner.does(readClientFigures, { id: client.id })).toMatchObject({
      activeProjects: 0,
      openInvoices: 0,
      unbilledHours: "1.25",
      unbilled: [{ currency: "EUR", amount: "113.13" }],
    })
    const viewer = await member("readonly")
    await expect(viewer.does(readProjectFigures, { id: project.id })).rejects.toMatchObject({ code: "forbidden" })
    expect((await viewer.does(readClientFigures, { id: client.id })).unbilled).toBeNull()
  })

  it("of another firm is as if it did not exist", async () => {
    const { client, project } = await aProject()
    const { owner: stranger } = await aFirm()
    const missing = { code: "not_found" }
    const { id } = project
    await expect(stranger.does(readProject, { id })).rejects.toMatchObject(missing)
    await expect(stranger.does(updateProject, { id, name: "Mine" })).rejects.toMatchObject(missing)
    await expect(stranger.does(deleteProject, { id })).rejects.toMatchObject(missing)
    await expect(stranger.does(readProjectFigures, { id })).rejects.toMatchObject(missing)
    await expect(stranger.does(createProject, { clientId: client.id, name: "Mine" })).rejects.toMatchObject(missing)
    expect((await stranger.does(listProjects, {})).count).toBe(0)
    expect((await stranger.does(listAssignable, {})).items).toEqual([{ id: stranger.id, name: "Test owner" }])
  })

  it("is changed only by those who may", async () => {
    const { member, project, client } = await aProject()
    const no = { code: "forbidden" }
    const viewer = await member("readonly")
    expect((await viewer.does(readProject, { id: project.id })).name).toBe("Year end")
    await expect(viewer.does(updateProject, { id: project.id, name: "x" })).rejects.toMatchObject(no)
    await expect(viewer.does(createProject, { clientId: client.id, name: "x" })).rejects.toMatchObject(no)
    await expect((await member("staff")).does(listProjects, {})).rejects.toMatchObject(no)
    const granted = await member("staff", ["projects:read"])
    expect((await granted.does(listProjects, {})).count).toBe(1)
  })
})

describe("in the portal, a client", () => {
  it("sees its own projects with the tasks it may see counted, without budget or rate", async () => {
    const { owner, portalUser, client, project } = await aProject()
    await owner.does(createTask, { id: project.id, title: "Internal" })
    await owner.does(createTask, { id: project.id, title: "Sign", clientVisible: true })
    await owner.does(createTask, { id: project.id, title: "Send", clientVisible: true, status: "done" })
    const pat = await portalUser(client.id, "viewer")
    const [ours] = (await pat.does(listOurProjects, { q: "year" })).items
    expect(ours).toEqual({
      id: project.id,
      name: "Year end",
      description: "",
      status: "planned",
      startsOn: null,
      dueOn: null,
      createdAt: project.createdAt,
      taskCount: 2,
      doneCount: 1,
    })
    expect(await pat.does(readOurProject, { id: project.id })).toEqual(ours)
  })

  it("never sees a sibling's", async () => {
    const { owner, portalUser, project } = await aProject()
    const sibling = await owner.does(createClient, { name: "Globex" })
    const gil = await portalUser(sibling.id)
    expect((await gil.does(listOurProjects, {})).items).toEqual([])
    await expect(gil.does(readOurProject, { id: project.id })).rejects.toMatchObject({ code: "not_found" })
    await expect(gil.does(readProject, { id: project.id })).rejects.toMatchObject({ code: "forbidden" })
  })
})
