import { format } from "node:util"
import { log } from "./log"

/** What libraries complain of on the console goes to the log, without secrets as all that is there. */
export function logConsole() {
  for (const level of ["error", "warn"] as const) {
    console[level] = (...given: unknown[]) => {
      const err = given.find((one) => one instanceof Error)
      log[level]({ err }, format(...given.filter((one) => one !== err)))
    }
  }
}
