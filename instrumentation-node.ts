import { closeStreams } from "@/lib/kernel/live"
import { checkEnvironment, EnvironmentError, env } from "@/lib/platform/env"
import { log } from "@/lib/platform/log"
import { logConsole } from "@/lib/platform/log-console"
import { stopGently } from "@/lib/platform/stopping"

try {
  checkEnvironment()
} catch (error) {
  console.error(error instanceof EnvironmentError ? error.message : error)
  process.exit(1)
}
// Whoever develops reads it where Next prints it.
if (process.env.NODE_ENV === "production") logConsole()
process.on("unhandledRejection", (error) => log.error(error as Error, "unhandled rejection"))
// Next waits for open responses, and an event stream never ends by itself.
stopGently({ seconds: () => env.DRAIN_SECONDS, endStreams: closeStreams })
