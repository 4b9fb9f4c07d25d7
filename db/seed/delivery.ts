import { listClients } from "@/lib/domains/clients/operations"
import { createProject, updateProject } from "@/lib/domains/projects/operations"
import { createComment, markCommentsRead } from "@/lib/domains/tasks/operations/comments"
import { createTask, updateTask } from "@/lib/domains/tasks/operations/tasks"
import { createOurComment, listOurComments, markOurCommentsRead } from "@/lib/domains/tasks/portal"
import { createTimeEntry } from "@/lib/domains/time/operations/entries"
import type { SoldWork } from "./crm"
import { birchStories, doings, type ProjectStory, projectStories, type TaskStory } from "./delivery-data"
import type { World } from "./world"

type Project = { id: string; client: SoldWork | undefined; story: ProjectStory }

/** The work itself: projects, who does what by when, what was said about it, and the hours. */
export async function seedDelivery(world: World, full: boolean, sold: SoldWork[]) {
  const email = (who: string) => (full ? `${who}@acme.test` : "owner@birch.test")
  const taken = new Set<string>()
  for (const story of full ? projectStories : birchStories) {
    const client = sold.find(({ name }) => name === story.client)
    const ofSale = client && !story.name && !taken.has(client.projectId) ? client.projectId : undefined
    if (ofSale) taken.add(ofSale)
    const project = { id: await openProject(world, email, story, ofSale), client, story }
    const taskIds: string[] = []
    for (const task of story.tasks) taskIds.push(await seedTask(world, email, project, task))
    if (story.worked) await seedTime(world, email, project, taskIds)
    await closeProject(world, email, project)
  }
}

type Email = (who: string) => string
const past = (days: number) => Math.max(0, -days)

async function openProject(world: World, email: Email, story: ProjectStory, sold: string | undefined) {
  const { name, description, billing, budget, hourlyRate, starts, due } = story
  const manager = world.as(email("manager"))
  const managerId = world.member(email("manager"))
  const dates = { startsOn: world.day(-starts), dueOn: due === undefined ? null : world.day(-due) }
  const given = { description, billing, hourlyRate, managerId, ...dates }
  if (sold) {
    await manager.on(past(starts)).does(updateProject, { id: sold, ...given })
    return sold
  }
  const at = manager.on(Math.max(past(starts), 3))
  const { items } = await at.does(listClients, { q: story.client })
  const project = await at.does(createProject, { clientId: items[0]!.id, name: name!, budget, ...given })
  return project.id
}

/** A project takes the way to where it stands: work first, then what became of it. */
async function closeProject(world: World, email: Email, { id, story: { status, due, worked } }: Project) {
  const manager = world.as(email("manager"))
  const last = worked ? Math.max(0, worked[1] - 1) : 2
  if (["on_hold", "completed"].includes(status)) await manager.on(last).does(updateProject, { id, status })
  if (status === "cancelled") await manager.on(Math.max(last, past(due ?? -60))).does(updateProject, { id, status })
}

async function seedTask(world: World, email: Email, { id, client, story }: Project, task: TaskStory) {
  const { title, description, status, priority, due = 7, who = "manager", shown } = task
  const manager = world.as(email("manager"))
  const begun = Math.max(past(story.starts), 1)
  const created = Math.min(begun, Math.max(1, 30 - due))
  const { id: taskId } = await manager.on(created, 8).does(createTask, {
    id,
    title,
    description,
    priority,
    assigneeId: world.member(email(who)),
    dueOn: world.day(-due),
    clientVisible: shown ?? false,
  })
  for (const comment of task.comments ?? []) await say(world, email, client, taskId, comment)
  if (status === "todo") return taskId
  const doer = world.as(email(who))
  const changed = status === "done" ? Math.max(0, -due + 1) : Math.min(created, 5)
  await doer.on(Math.min(created, changed), 15).does(updateTask, { id: taskId, status })
  return taskId
}

type Said = NonNullable<TaskStory["comments"]>[number]

/** Whoever answers has read what was said before; the last word stays unread. */
async function say(world: World, email: Email, client: SoldWork | undefined, id: string, [who, daysAgo, body]: Said) {
  if (who !== "client") {
    const member = world.as(email(who)).on(daysAgo, 11)
    await member.does(markCommentsRead, { id })
    await member.does(createComment, { id, body })
    return
  }
  const person = world.as(client!.email).on(daysAgo, 16)
  const { items } = await person.does(listOurComments, { taskId: id, sort: "-createdAt", limit: 1 })
  if (items[0]) await person.does(markOurCommentsRead, { id: items[0].id })
  await person.does(createOurComment, { taskId: id, body })
}

/** Two people on most working days, in the mix of hours that a week gives. */
async function seedTime(world: World, email: Email, { id: projectId, story }: Project, taskIds: string[]) {
  const manager = world.as(email("manager"))
  const [from, until, hoursAWeek] = story.worked!
  if (story.status !== "planned") await manager.on(from + 1).does(updateProject, { id: projectId, status: "active" })
  const people = ["staff", "manager", "owner"]
  let n = 0
  for (let daysAgo = from; daysAgo >= until; daysAgo -= 2) {
    const weekday = new Date(`${world.day(daysAgo)}T00:00:00Z`).getUTCDay()
    if (weekday === 0 || weekday === 6) continue
    const who = people[n % 5 === 4 ? 2 : n % 2]!
    await world
      .as(email(who))
      .on(daysAgo, 17)
      .does(createTimeEntry, {
        projectId,
        taskId: taskIds.length > 0 ? taskIds[n % taskIds.length] : undefined,
        date: world.day(daysAgo),
        hours: (Math.round((hoursAWeek / 2.5) * (0.7 + ((n * 37) % 60) / 100) * 4) / 4).toFixed(2),
        description: doings[n % doings.length],
        billable: n % 9 !== 8,
      })
    n++
  }
}
