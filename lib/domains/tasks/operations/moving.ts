import { asc, eq } from "drizzle-orm"
import { tasks } from "@/db/schema"
import { mutation } from "@/lib/kernel/operation"
import { now } from "@/lib/platform/clock"
import { taskById } from "../queries"
import { completedAt, seenByClient } from "../rules"
import { taskMove, taskOut } from "../schema"

export const moveTask = mutation({
  name: "tasks.move",
  summary: "Move a task on its project's board",
  permission: "tasks:write",
  rest: "POST /projects/tasks/{id}/move",
  input: taskMove,
  output: taskOut,

  async run({ id, status, index }, { db, record }) {
    const before = await taskById(db, id)
    // The whole project is locked in one order, so that two who rearrange it do so one after the other.
    const all = await db
      .select({ id: tasks.id, status: tasks.status, position: tasks.position })
      .from(tasks)
      .where(eq(tasks.projectId, before.projectId))
      .orderBy(asc(tasks.position), asc(tasks.id))
      .for("update")
    const column = all.filter((task) => task.id !== id && task.status === status).map((task) => task.id)
    column.splice(index, 0, id)
    await db
      .update(tasks)
      .set({ status, completedAt: completedAt(before, status, now().toISOString()) })
      .where(eq(tasks.id, id))
    for (const [position, taskId] of column.entries()) {
      if (all.find((task) => task.id === taskId)?.position !== position)
        await db.update(tasks).set({ position }).where(eq(tasks.id, taskId))
    }
    const task = await taskById(db, id)
    const done = status === "done" && before.status !== "done"
    const fields = status === before.status ? ["position"] : ["status", "position"]
    record(done ? "task.completed" : "task.updated", seenByClient(task), fields)
    return task
  },
})
