import { readFileSync } from "node:fs"
import { join } from "node:path"

/** Kills a part of the installation the hard way; the launcher starts it again at once. */
export function kill(part: "web" | "worker") {
  const folder = process.env.E2E_RUN_DIR
  if (!folder) throw new Error("E2E_RUN_DIR must be set: `npm test -- e2e` tells where the processes are")
  try {
    const pid = Number(readFileSync(join(folder, `${part}.pid`), "utf8"))
    // The whole group: next start is a parent and its server.
    process.kill(-pid, "SIGKILL")
  } catch (error) {
    // Killed a moment ago, and not up again yet: that is a kill too.
    if (!["ESRCH", "ENOENT"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error
  }
}
