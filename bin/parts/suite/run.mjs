import { mkdirSync, rmSync } from "node:fs"
import { join } from "node:path"
import { children } from "../children.mjs"
import { dataDir, startHouse } from "../house.mjs"
import { claim } from "../lock.mjs"
import { patchPostgresJs } from "../patch-postgres-js.mjs"
import { freePort } from "../ports.mjs"
import { removeEmbeddedPostgres } from "../postgres.mjs"
import { endLeftovers } from "../processes.mjs"
import { onStopSignal } from "../signals.mjs"
import { steps } from "./steps.mjs"
import { tally as newTally } from "./tally.mjs"

/** Runs the steps named, or all; resolves to whether everything passed. */
export async function runSuite(given, { strict }) {
  // After "long" come the files that it is to run.
  const at = given.indexOf("long")
  const [names, rest] = at < 0 ? [given, []] : [given.slice(0, at + 1), given.slice(at + 1)]
  const unknown = names.filter((name) => !steps[name])
  if (unknown.length > 0) {
    console.error(`There is no step ${unknown.join(", ")}: there are ${Object.keys(steps).join(", ")}.`)
    return false
  }
  const context = await newContext(rest)
  onStopSignal(context.stop)
  try {
    for (const [name, step] of Object.entries(steps)) {
      if (names.length === 0 ? !step.onRequest : names.includes(name)) await runStep(name, step, context)
    }
  } finally {
    await context.stop()
  }
  return context.tally.close({ strict })
}

async function runStep(name, { title, run }, context) {
  const from = performance.now()
  console.log(`\n── ${title}`)
  try {
    await run(context)
  } catch (error) {
    console.log(`✗ ${error.message}`)
    context.tally.fail(title, error.message.split("\n")[0])
    context.failed.add(name)
  }
  context.tally.time(title, performance.now() - from)
}

async function newContext(rest) {
  const folder = dataDir("suite")
  const runDir = join(folder, "run")
  mkdirSync(folder, { recursive: true })
  const { release } = claim(runDir, ({ pid }) => `The tests already run in this checkout (process ${pid}).`)
  await endLeftovers(runDir)
  patchPostgresJs()

  const env = {
    ...withoutSurroundings(process.env),
    NEXT_TELEMETRY_DISABLED: "1",
    ...(process.stdout.isTTY && { FORCE_COLOR: "1" }),
  }
  const family = children({ runDir, say: (line) => console.log(line) })
  const tally = newTally()
  const endings = [() => family.stop()]
  const failed = new Set()
  let started
  let stopped
  return {
    folder,
    runDir,
    env,
    rest,
    family,
    tally,
    failed,
    onStop: (end) => endings.push(end),
    command: (name, args, own = {}) => family.run(name, process.execPath, args, { env: { ...env, ...own } }),
    house: () => {
      if (failed.has("build")) throw new Error("there is no server to ask: the build failed")
      started ??= startFreshHouse((stop) => endings.push(stop))
      return started
    },
    stop: () => {
      stopped ??= Promise.all(endings.map((end) => end())).then(release)
      return stopped
    },
  }
}

/** The demo as a person gets it, on an empty database of its own: production build, worker, stand-ins, seed. */
async function startFreshHouse(onStop) {
  const folder = dataDir("e2e")
  await endLeftovers(join(folder, "run"))
  removeEmbeddedPostgres(folder)
  rmSync(folder, { recursive: true, force: true })
  const house = await startHouse({
    dataDir: folder,
    choosePort: () => freePort(),
    durable: false,
    logs: join(folder, "logs"),
    given: withoutSurroundings(process.env),
    onStart: ({ stop }) => onStop(stop),
  })
  console.log(`  what the servers print is in ${join(folder, "logs")}`)
  return { ...house, runDir: join(folder, "run") }
}

// Tests never reach a person's own database, mail or payment account.
function withoutSurroundings(env) {
  const own =
    /^(PORT|ROOT_DOMAIN|PROTOCOL|DATABASE_URL|MIGRATION_DATABASE_URL|REDIS_URL|MAIL.*|SMTP_.*|S3_.*|STRIPE_.*|.*_CLIENT_(ID|SECRET))$/
  return Object.fromEntries(Object.entries(env).filter(([name]) => !own.test(name)))
}
