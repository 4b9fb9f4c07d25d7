import { describe, expect, it } from "vitest"
import { createClient } from "@/lib/domains/clients/operations"
import { createProject } from "@/lib/domains/projects/operations"
import { aFirm, owner as database, eventsOf } from "@/test/given"
import { createComment, listComments, markCommentsRead } from "./operations/comments"
import { createTask, updateTask } from "./operations/tasks"
import { createOurComment, listOurComments, listOurTasks, markOurCommentsRead, readOurTask } from "./portal"

async function aSharedTask() {
  const firm = await aFirm()
  const { owner } = firm
  const client = await owner.does(createClient, { name: "Harbour & Co" })
  const project = await owner.does(createProject, { clientId: client.id, name: "Year end", status: "active" })
  const task = await owner.does(createTask, { id: project.id, title: "Sign the return", clientVisible: true })
  const internal = await owner.does(createTask, { id: project.id, title: "Check their VAT" })
  const pat = await firm.portalUser(client.id)
  return { ...firm, client, project, task, internal, pat }
}

const missing = { code: "not_found" }
const no = { code: "forbidden" }

describe("comments on a task", () => {
  it("go both ways, and each side knows what it has not read", async () => {
    const { owner, pat, task } = await aSharedTask()
    const ours = await owner.does(createComment, { id: task.id, body: "Please sign by Friday." })
    expect(ours).toMatchObject({ authorKind: "staff", readByClientAt: null })
    expect((await pat.does(readOurTask, { id: task.id })).unreadComments).toBe(1)

    const theirs = await pat.does(createOurComment, { taskId: task.id, body: "Done." })
    expect(theirs).toMatchObject({ authorKind: "client", authorName: "Pat Client", readByFirmAt: null })
    expect((await owner.does(listComments, { id: task.id })).items.map(({ body }) => body)).toEqual([
      "Please sign by Friday.",
      "Done.",
    ])
    expect((await pat.does(listOurComments, { taskId: task.id })).count).toBe(2)

    expect(await pat.does(markOurCommentsRead, { id: ours.id })).toEqual({ read: 1 })
    expect((await pat.does(readOurTask, { id: task.id })).unreadComments).toBe(0)
    expect(await owner.does(markCommentsRead, { id: task.id })).toEqual({ read: 1 })
    const [first, second] = (await owner.does(listComments, { id: task.id })).items
    expect(first!.readByClientAt).not.toBeNull()
    expect(second!.readByFirmAt).not.toBeNull()
  })

  it("are read up to the one that was seen, and reading twice changes nothing", async () => {
    const { firm, owner, pat, task } = await aSharedTask()
    const first = await owner.does(createComment, { id: task.id, body: "One" })
    await owner.does(createComment, { id: task.id, body: "Two" })
    const [one] =
      await database`update comments set created_at = created_at - interval '1 minute' where id = ${first.id} returning id`
    expect(await pat.does(markOurCommentsRead, { id: one!.id })).toEqual({ read: 1 })
    expect((await pat.does(readOurTask, { id: task.id })).unreadComments).toBe(1)
    const before = (await eventsOf(firm)).length
    expect(await pat.does(markOurCommentsRead, { id: one!.id })).toEqual({ read: 0 })
    expect(await owner.does(markCommentsRead, { id: task.id })).toEqual({ read: 0 })
    expect((await eventsOf(firm)).length).toBe(before)
  })

  it("on an internal task stay internal, also after it was shown and hidden again", async () => {
    const { owner, pat, internal, project } = await aSharedTask()
    const { id } = internal
    const comment = await owner.does(createComment, { id, body: "They owe two years." })
    await expect(pat.does(readOurTask, { id })).rejects.toMatchObject(missing)
    await expect(pat.does(listOurComments, { taskId: id })).rejects.toMatchObject(missing)
    await expect(pat.does(createOurComment, { taskId: id, body: "?" })).rejects.toMatchObject(missing)
    await expect(pat.does(markOurCommentsRead, { id: comment.id })).rejects.toMatchObject(missing)
    expect((await pat.does(listOurComments, {})).count).toBe(0)
    expect((await pat.does(listOurTasks, { id: project.id })).items.map(({ title }) => title)).toEqual([
      "Sign the return",
    ])
    await owner.does(updateTask, { id, clientVisible: true })
    expect((await pat.does(listOurComments, { taskId: id })).count).toBe(1)
    await owner.does(updateTask, { id, clientVisible: false })
    await expect(pat.does(readOurTask, { id })).rejects.toMatchObject(missing)
  })

  it("tell the client's portal only of tasks it can see", async () => {
    const { firm, owner, client, task, internal } = await aSharedTask()
    await owner.does(createComment, { id: task.id, body: "Hello" })
    await owner.does(createComment, { id: internal.id, body: "Hush" })
    const told =
      await database`select subject_id, client_id from audit_events where firm_id = ${firm.id} and name = 'task.commented'`
    expect(told.find((event) => event.subject_id === task.id)!.client_id).toBe(client.id)
    expect(told.find((event) => event.subject_id === internal.id)!.client_id).toBeNull()
  })

  it("of a sibling client are as if they did not exist", async () => {
    const { owner, portalUser, task, project } = await aSharedTask()
    const sibling = await owner.does(createClient, { name: "Globex" })
    const gil = await portalUser(sibling.id)
    const comment = await owner.does(createComment, { id: task.id, body: "Hello" })
    await expect(gil.does(readOurTask, { id: task.id })).rejects.toMatchObject(missing)
    await expect(gil.does(listOurTasks, { id: project.id })).rejects.toMatchObject(missing)
    await expect(gil.does(createOurComment, { taskId: task.id, body: "Hi" })).rejects.toMatchObject(missing)
    await expect(gil.does(markOurCommentsRead, { id: comment.id })).rejects.toMatchObject(missing)
    expect((await gil.does(listOurComments, {})).count).toBe(0)
  })

  it("of another firm are as if they did not exist", async () => {
    const { task } = await aSharedTask()
    const { owner: stranger } = await aFirm()
    await expect(stranger.does(listComments, { id: task.id })).rejects.toMatchObject(missing)
    await expect(stranger.does(createComment, { id: task.id, body: "x" })).rejects.toMatchObject(missing)
    await expect(stranger.does(markCommentsRead, { id: task.id })).rejects.toMatchObject(missing)
  })

  it("are written by those who may: a viewer of either side only reads", async () => {
    const { member, portalUser, client, task } = await aSharedTask()
    const viewer = await member("readonly")
    expect((await viewer.does(listComments, { id: task.id })).count).toBe(0)
    await expect(viewer.does(createComment, { id: task.id, body: "x" })).rejects.toMatchObject(no)
    await expect(viewer.does(markCommentsRead, { id: task.id })).rejects.toMatchObject(no)
    const quiet = await portalUser(client.id, "viewer")
    expect((await quiet.does(listOurComments, { taskId: task.id })).count).toBe(0)
    await expect(quiet.does(createOurComment, { taskId: task.id, body: "x" })).rejects.toMatchObject(no)
  })
})
