import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { next } from "../bin/parts/build.mjs"
import { children } from "../bin/parts/children.mjs"
import { freePort } from "../bin/parts/ports.mjs"
import { signalGroup } from "../bin/parts/processes.mjs"
import { waitUntilReady } from "../bin/parts/ready.mjs"

/** In the future, so that nothing the server grants has ended by the database's clock. */
const begins = "2031-03-10T09:30:00Z"
export const looksAt = new Date("2031-03-13T09:30:00Z")

export type PicturesServer = {
  port: number
  root: string
  /** Lets three days go by: from then on it is `looksAt`. */
  later: () => void
  stop: () => Promise<void>
}

/** A second web server of this build on the same database, with a clock of its own and the design page open. */
export async function startPicturesServer(): Promise<PicturesServer> {
  const runDir = process.env.E2E_RUN_DIR
  if (!runDir) throw new Error("E2E_RUN_DIR must be set: `npm test -- e2e` tells where the processes are")
  const port: number = await freePort()
  const root = `localhost:${port}`
  const clock = pathToFileURL(join(import.meta.dirname, "pictures-clock.mjs")).href
  const family = children({ runDir, say: (line: string) => console.log(line), logDir: join(runDir, "../logs") })
  const env = {
    ...process.env,
    NODE_ENV: "production",
    PORT: String(port),
    ROOT_DOMAIN: root,
    DESIGN_PAGE: "1",
    PICTURES_AT: begins,
    NODE_OPTIONS: `--import ${clock}`,
  }
  const { pid } = family.start("pictures", process.execPath, [next, "start", "-H", "0.0.0.0", "-p", String(port)], {
    env,
  })
  await waitUntilReady(`http://127.0.0.1:${port}`)
  return { port, root, later: () => signalGroup(pid, "SIGUSR2"), stop: () => family.stop() }
}
