import { posix } from "node:path"
import { isTest } from "./files.mjs"

// What each part may import besides itself. `db/seed` plays the house from outside, as a person would.
const allowed = {
  app: ["components", "lib/domains", "lib/kernel", "lib/platform", "lib/worker", "db"],
  components: ["lib/domains", "lib/kernel", "lib/platform"],
  "lib/worker": ["lib/domains", "lib/kernel", "lib/platform", "db"],
  "lib/domains": ["lib/kernel", "lib/platform", "db"],
  "lib/kernel": ["lib/platform", "db"],
  "lib/platform": ["db"],
  "db/seed": ["lib/domains", "lib/kernel", "lib/platform", "db", "stand-ins"],
  db: ["lib/platform"],
  "stand-ins": ["lib/platform", "bin"],
  bin: ["stand-ins"],
}
const parts = Object.keys(allowed)
const partOf = (path) => parts.find((part) => path.startsWith(`${part}/`))

/** A sentence when `from` may not import `to`, else undefined. */
export function misdirection(from, to) {
  if (isTest(from)) return undefined
  if (isTest(to)) return `${from} imports ${to}: only tests may`
  const [source, target] = [partOf(from), partOf(to)]
  if (source && target && source !== target && !allowed[source].includes(target)) {
    return `${from} imports ${to}: ${source} must not know ${target}`
  }
  return betweenDomains(from, to) ?? ofRegistry(from, to, source) ?? ofPortal(from, to)
}

const open = ["schema", "rules", "queries", "writes"]
const registry = "lib/domains/index.ts"

function betweenDomains(from, to) {
  if (from === registry || to === registry) return undefined
  const [own, other] = [domainOf(from), domainOf(to)]
  // A domain may gather what its own areas hold.
  if (!own || !other || own === other || other.startsWith(`${own}/`) || open.includes(posix.parse(to).name))
    return undefined
  return `${from} imports ${to}: of another domain only ${open.join(", ")} are open`
}

const domainOf = (path) => path.match(/^lib\/domains\/(.+)\/[^/]+$/)?.[1].replace(/\/operations$/, "")

function ofRegistry(from, to, source) {
  if (to !== registry || ["lib/worker", "app", "db/seed", undefined].includes(source)) return undefined
  return `${from} imports the registry: only app, worker and seed may`
}

function ofPortal(from, to) {
  if (to.startsWith("lib/domains/access/")) return undefined // who one is, on every surface
  if (!from.startsWith("app/(portal)/") || !/^lib\/domains\/.+\/operations(\.ts$|\/)/.test(to)) return undefined
  return `${from} imports ${to}: the portal has operations of its own`
}
