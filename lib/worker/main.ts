import { closeDatabase } from "@/db/client"
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
