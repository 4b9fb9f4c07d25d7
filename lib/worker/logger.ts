import { Logger } from "graphile-worker"
import { log } from "@/lib/platform/log"

/** graphile-worker's lines in our format; its routine ones are left out, and none carries a payload. */
export const quietLogger = new Logger(() => (level, message) => {
  if (level === "error") log.error(message)
  else if (level === "warning") log.warn(message)
})
