import { mkdirSync, writeFileSync } from "node:fs"
import { cpus, loadavg, totalmem } from "node:os"
import { join } from "node:path"
import { build, isBuilt } from "../build.mjs"
import { children } from "../children.mjs"
import { environments } from "../environment.mjs"
import { claim } from "../lock.mjs"
import { patchPostgresJs } from "../patch-postgres-js.mjs"
import { freePort } from "../ports.mjs"
import { embeddedPostgres } from "../postgres.mjs"
import { endLeftovers } from "../processes.mjs"
import { root } from "../runtime.mjs"
import { say, step } from "../say.mjs"
import { onStopSignal } from "../signals.mjs"
import { idsOf, loadData, removeUnfinished } from "./data.mjs"
import { missed, rowsOf } from "./figures.mjs"
import { measure } from "./measure.mjs"
import { growing, pages } from "./pages.mjs"
import { table } from "./report.mjs"
import { floorServers, minimalServers, productServers } from "./servers.mjs"
import { memoryMbOf } from "./usage.mjs"
import { requestOf, signIn, tokenOf } from "./visitor.mjs"

const domain = "localhost:4000"
const host = `large.${domain}`
const portalHost = `large.portal.${domain}`
const password = "demo-Passw0rd!"
const patience = { quick: { rounds: 1, seconds: 1 }, full: { rounds: 3, seconds: 3 } }

/** Measures the product beside the floor and the smallest Next page, on the large firm's data, which is loaded once. */
export async function benchmark({ quick, firms, json, profile }) {
  const dataDir = join(root, ".data/benchmark")
  const runDir = join(dataDir, "run")
  mkdirSync(dataDir, { recursive: true, mode: 0o711 })
  const { release } = claim(runDir, ({ pid }) => `A benchmark runs already (process ${pid}).`)
  await endLeftovers(runDir)
  removeUnfinished(dataDir)
  const family = children({ runDir, say })
  const server = embeddedPostgres({ folder: dataDir, say })
  const stop = async () => {
    await family.stop()
    await server.stop()
    release()
  }
  onStopSignal(stop)
  try {
    const found = await run({ dataDir, family, server, firms, quick, profile })
    if (json) writeFileSync(json, `${JSON.stringify(found, null, 2)}\n`)
  } finally {
    await stop()
  }
  process.exit()
}

async function run({ dataDir, family, server, firms, quick, profile }) {
  patchPostgresJs()
  await step("Starting PostgreSQL", () => server.start())
  const given = { ...process.env, ROOT_DOMAIN: domain, RATE_LIMIT_FACTOR: "1000000", LOG_LEVEL: "error" }
  const ports = { smtp: await freePort(), mailbox: await freePort(), stripe: await freePort() }
  const { runtime, migration } = environments({ dataDir, port: 4000, ports, server, production: true, given })
  const urls = await loadData({ dataDir, server, family, migration, firms })
  const ids = await idsOf(urls.owner)
  if (!isBuilt()) await step("Building the product", () => build(family, runtime, join(dataDir, "run")))

  const plain = {
    ...process.env,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    FLOOR_DATABASE_URL: urls.owner,
    FLOOR_IDS: JSON.stringify(ids),
  }
  const servers = await step("Starting two processes of each", async () => ({
    product: await productServers(family, "product", { ...runtime, DATABASE_URL: urls.many }, profile),
    few: await productServers(family, "few", { ...runtime, DATABASE_URL: urls.few }),
    floor: await floorServers(family, plain),
    minimal: await minimalServers(family, dataDir, plain),
  }))
  const { all, targets } = await step("Signing in", () => targetsOf(servers, { ...ids, password }))
  const load = [loadavg()[0]]
  const measured = await step("Measuring", () => measure(targets, quick ? patience.quick : patience.full))
  load.push(loadavg()[0])
  const memoryMb = memoryMbOf(servers.product.pids)
  return report({ measured, all, memoryMb, load, firms, profile })
}

async function targetsOf(servers, ids) {
  const visits = {}
  for (const name of ["product", "few"]) {
    const [port] = servers[name].ports
    visits[name] = pages({
      host,
      portalHost,
      session: await signIn(port, host, ids.email, ids.password),
      portalSession: await signIn(port, portalHost, "pat@large-client.test", ids.password),
      token: await tokenOf(port, host, ids.email, ids.password),
      ids,
      search: "harbour%20foods",
    })
  }
  const all = visits.product
  const wanted = [
    ...all,
    ...visits.few.filter(({ name }) => growing.includes(name)).map((page) => ({ ...page, of: "few" })),
  ]
  const targets = []
  for (const page of wanted) {
    const request = await requestOf(servers[page.of].ports[0], page)
    targets.push({ id: `${page.of}: ${page.name}`, name: page.name, of: page.of, servers: servers[page.of], request })
  }
  return { all, targets }
}

function report({ measured, all, memoryMb, load, firms, profile }) {
  const own = measured.filter(({ of }) => of !== "few")
  const rows = rowsOf(own, all)
  const growth = growing.map((name) => {
    const at = (of) => measured.find((one) => one.of === of && one.name === name && one.concurrency === 8)
    return { name, few: at("few").p95, many: at("product").p95, ratio: at("product").p95 / at("few").p95 }
  })
  const failed = measured
    .filter((one) => one.failed > 0)
    .map(({ name, of, concurrency, failed }) => ({ name, of, concurrency, failed }))
  const misses = missed(rows, { memoryMb, growth })
  say(`\n${table(rows)}\n`)
  say(`Memory of the product's two processes under load: ${Math.round(memoryMb)} MB (PSS)`)
  for (const { name, few, many, ratio } of growth)
    say(
      `${name}: p95 at 8 is ${few.toFixed(1)} ms among 10 firms, ${many.toFixed(1)} among ${firms} (${ratio.toFixed(2)} ×)`,
    )
  say(
    `Load of the machine (1 minute): ${load.map((one) => one.toFixed(1)).join(" before, ")} after, on ${cpus().length} cores; read ratios, not times.`,
  )
  for (const { name, of, concurrency, failed: count } of failed)
    say(`✗ ${of}, ${name} at ${concurrency}: ${count} requests failed`)
  if (profile) say("V8 profiled the product meanwhile, which costs it a good part more: these figures compare nothing.")
  for (const sentence of misses) say(`over its limit: ${sentence}`)
  const machine = { cores: cpus().length, memoryGb: Math.round(totalmem() / 2 ** 30), node: process.version, load }
  return { rows, memoryMb, growth, firms, failed, missed: misses, machine }
}
