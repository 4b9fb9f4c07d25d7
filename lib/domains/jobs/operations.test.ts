import { describe, expect, it } from "vitest"
import { createClient } from "@/lib/domains/clients/operations"
import { aFirm, owner as database, eventsOf } from "@/test/given"
import { listDeadJobs, retryJob } from "./operations"

/** A firm with one job that has failed as often as it may. */
async function aFailure() {
  const here = await aFirm()
  const client = await here.owner.does(createClient, { name: "Northwind" })
  await database`update graphile_worker._private_jobs set attempts = max_attempts, last_error = 'no answer from smtp://user:secret@mail.example'
    where payload ->> 'firmId' = ${here.firm.id}`
  const { items } = await here.owner.does(listDeadJobs, {})
  return { ...here, client, items, job: items[0]! }
}

describe("work that failed for good", () => {
  it("is listed with what it was about and why, without its key or anybody's secrets", async () => {
    const { items, job, client } = await aFailure()
    expect(items).toHaveLength(1)
    expect(job).toMatchObject({
      task: "event",
      attempts: 12,
      payload: { name: "client.created", subjectId: client.id },
    })
    expect(job.payload).not.toHaveProperty("key")
    expect(job.error).toContain("no answer")
    expect(job.error).not.toContain("secret@")
  })

  it("is tried again when asked to, and that is written down", async () => {
    const { firm, owner, client, job } = await aFailure()
    expect(await owner.does(retryJob, { id: job.id })).toEqual({ id: job.id, retried: true })
    expect((await owner.does(listDeadJobs, {})).count).toBe(0)
    expect((await eventsOf(firm)).at(-1)).toMatchObject({ name: "job.retried", subjectId: client.id })
    await expect(owner.does(retryJob, { id: job.id })).rejects.toMatchObject({ code: "not_found" })
  })

  it("is not another firm's to see or retry, nor a manager's", async () => {
    const { member, job } = await aFailure()
    const other = await aFirm()
    expect((await other.owner.does(listDeadJobs, {})).count).toBe(0)
    await expect(other.owner.does(retryJob, { id: job.id })).rejects.toMatchObject({ code: "not_found" })
    const manager = await member("manager")
    await expect(manager.does(listDeadJobs, {})).rejects.toMatchObject({ code: "forbidden" })
    await expect(manager.does(retryJob, { id: job.id })).rejects.toMatchObject({ code: "forbidden" })
  })
})
