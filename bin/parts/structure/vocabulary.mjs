import { posix } from "node:path"

const words = [
  "schema",
  "rules",
  "queries",
  "writes",
  "operations",
  "portal",
  "public",
  "actions",
  "reactions",
  "schedules",
]
const lib = ["kernel", "domains", "platform", "worker"]
const empty = /^(.*[-.])?(utils?|helpers?|common|misc|managers?)$/i
const indexes = ["lib/domains/index.ts", "db/schema/index.ts"]

/** Sentences about names that are not in the house's vocabulary. */
export function misnamed(path) {
  return [nothingSaying(path), barrel(path), strangerInLib(path), strangerInDomain(path)].filter(Boolean)
}

function nothingSaying(path) {
  const word = path
    .replace(/(\.(test|spec|d))?\.[a-z]+$/, "")
    .split("/")
    .find((part) => empty.test(part))
  return word && `${path}: \`${word}\` says nothing about what is in it`
}

function barrel(path) {
  if (!/(^|\/)index\.(ts|tsx|mjs)$/.test(path) || indexes.includes(path)) return undefined
  return `${path}: no barrels, import from the file itself`
}

function strangerInLib(path) {
  const child = path.match(/^lib\/([^/]+)/)?.[1]
  return child && !lib.includes(child) ? `${path}: lib has ${lib.join(", ")} and nothing else` : undefined
}

function strangerInDomain(path) {
  if (!path.startsWith("lib/domains/") || indexes.includes(path) || /\.test\.tsx?$/.test(path)) return undefined
  const { dir, base, name } = posix.parse(path)
  if (dir === "lib/domains") return `${path}: a domain is a folder`
  const known = base === "documents.tsx" || (base === `${name}.ts` && words.includes(name))
  if (known || (dir.endsWith("/operations") && /^[a-z0-9-]+\.ts$/.test(base))) return undefined
  return `${path}: a domain's files are ${words.join(", ")} (.ts), documents.tsx, operations/*.ts and tests`
}
