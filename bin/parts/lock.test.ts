import { spawn, spawnSync } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { runningLauncher } from "./lock.mjs"
import { root } from "./runtime.mjs"

let runDir: string
const script = (wait: string) => `
  import { claim } from ${JSON.stringify(join(root, "bin/parts/lock.mjs"))}
  claim(process.env.RUN_DIR, ({ pid, port }) => \`held by \${pid} at \${port}\`).tell(4321)
  console.log("claimed")
  ${wait}
`
const options = () => ({ env: { ...process.env, RUN_DIR: runDir } })
const arguments_ = (wait: string) => ["--input-type=module", "-e", script(wait)]

/** Another process that claims the folder and stays. */
async function holder() {
  const child = spawn(process.execPath, arguments_("setInterval(() => {}, 1000)"), options())
  await new Promise((resolve) => child.stdout.once("data", resolve))
  return child
}

const tryToClaim = () => spawnSync(process.execPath, arguments_(""), { ...options(), encoding: "utf8" })

beforeEach(() => {
  runDir = mkdtempSync(join(tmpdir(), "lock-"))
})
afterEach(() => rmSync(runDir, { recursive: true }))

describe("the claim on a data folder", () => {
  it("refuses a second start while the first runs, and says who", async () => {
    const child = await holder()

    expect(tryToClaim().stderr).toContain(`held by ${child.pid} at 4321`)
    expect(runningLauncher(runDir)).toMatchObject({ pid: child.pid, port: 4321 })

    child.kill("SIGKILL")
    await new Promise((resolve) => child.once("exit", resolve))
  })

  it("is free again after the first was killed", async () => {
    const child = await holder()
    child.kill("SIGKILL")
    await new Promise((resolve) => child.once("exit", resolve))

    expect(runningLauncher(runDir)).toBeUndefined()
    expect(tryToClaim()).toMatchObject({ status: 0, stdout: "claimed\n" })
  })

  it("goes to one of many starts at the same moment", async () => {
    const stay = "setTimeout(() => {}, 60_000)"
    const children = Array.from({ length: 6 }, () => spawn(process.execPath, arguments_(stay), options()))
    const answers = await Promise.all(
      children.map(
        (child) =>
          new Promise((resolve) => {
            child.stdout.once("data", () => resolve("claimed"))
            child.once("exit", () => resolve("refused"))
          }),
      ),
    )
    for (const child of children) child.kill("SIGKILL")

    expect(answers.sort()).toEqual(["claimed", "refused", "refused", "refused", "refused", "refused"])
  })
})
