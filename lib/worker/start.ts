import { EventEmitter } from "node:events"
import { makeWorkerUtils, type Runner, run, type WorkerEvents } from "graphile-worker"
import { databaseUrl, driver } from "@/db/client"
import { log } from "@/lib/platform/log"
import { anchorAudit } from "./anchors"
import { quietLogger } from "./logger"
import { takeSlots } from "./slots"
import { taskList } from "./tasks"

const concurrency = 3

/** Works the queue until it is stopped; jobs of a worker that was killed go on within seconds. */
export async function startWorker() {
  const connectionString = databaseUrl("app_queue")
  const slots = await takeSlots(concurrency)
  const utils = await makeWorkerUtils({ connectionString, logger: quietLogger })
  // Nobody works in these names yet: what is locked in them a process left that is gone.
  await utils.forceUnlockWorkers(slots.ids)
  await freeJobsOfTheDead()

  const runners: Runner[] = []
  for (const workerId of slots.ids) {
    runners.push(
      await run({
        connectionString,
        taskList,
        concurrency: 1,
        maxPoolSize: 3,
        noHandleSignals: true,
        logger: quietLogger,
        events: named(workerId),
        // One of them keeps the hours; all could, the schedule is deduplicated by the database.
        ...(workerId === slots.ids[0] && { crontab: "17 * * * * sweep" }),
      }),
    )
  }
  const timers = [every(5_000, freeJobsOfTheDead), every(1_000, sealAudit), every(60_000, anchorAudit)]
  log.info({ slots: slots.ids.length }, "worker started")

  return {
    async stop() {
      for (const timer of timers) clearInterval(timer)
      await Promise.all(runners.map((runner) => runner.stop().catch(() => {})))
      await utils.release()
      await slots.release()
    },
  }

  async function freeJobsOfTheDead() {
    // Two workers in one name would free each other's jobs: this one ends in order, and is started again in another.
    if (!(await slots.keep())) {
      log.error("the worker's name was taken while the database was away: ending")
      process.kill(process.pid, "SIGTERM")
      return
    }
    const holders = await utils.withPgClient((client) =>
      client.query<{ locked_by: string }>(
        "select distinct locked_by from graphile_worker._private_jobs where locked_by is not null",
      ),
    )
    const dead = await slots.dead(holders.rows.map((row) => row.locked_by))
    if (dead.length === 0) return
    log.warn({ workers: dead.length }, "taking over the jobs of workers that died")
    await utils.forceUnlockWorkers(dead)
  }
}

/**
 * Jobs are locked in the name of the pool, which graphile-worker makes up anew for each process: it is given the slot's
 * instead, before its first job.
 */
function named(id: string): WorkerEvents {
  const events: WorkerEvents = new EventEmitter()
  events.on("pool:create", ({ workerPool }) => {
    workerPool.id = id
  })
  return events
}

const sealAudit = async () => {
  await driver("app_worker")`select app.seal_audit()`
}

/** Runs `work` again and again, never two at once; a failure is told and the next turn tries again. */
function every(milliseconds: number, work: () => Promise<void>) {
  let busy = false
  return setInterval(async () => {
    if (busy) return
    busy = true
    await work().catch((error: Error) => log.warn(error, "background round failed"))
    busy = false
  }, milliseconds)
}
