import { closeDatabase, driver } from "@/db/client"
import { isAway } from "@/lib/kernel/answer"
import { checkEnvironment, EnvironmentError } from "@/lib/platform/env"
import { log } from "@/lib/platform/log"
import { closeMail } from "@/lib/platform/mail"
import { startWorker } from "./start"

try {
  checkEnvironment()
} catch (error) {
  console.error(error instanceof EnvironmentError ? error.message : error)
  process.exit(1)
}

process.on("unhandledRejection", (error) => log.error(error as Error, "unhandled rejection"))
await untilThereIsADatabase()
const worker = await startWorker()

let stopping = false
async function stop() {
  if (stopping) return
  stopping = true
  await worker.stop()
  closeMail()
  await closeDatabase()
  process.exit(0)
}
process.on("SIGTERM", stop)
process.on("SIGINT", stop)

/** A database that starts later than we do is no reason to end. */
async function untilThereIsADatabase() {
  for (;;) {
    const problem = await driver("app_worker")`select 1`.then(
      () => undefined,
      (error: Error) => error,
    )
    if (!problem) return
    if (!isAway(problem)) throw problem
    log.warn(problem, "waiting for the database")
    await new Promise((resolve) => setTimeout(resolve, 1_000))
  }
}
