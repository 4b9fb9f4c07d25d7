import { randomBytes } from "node:crypto"
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs"
import { dirname } from "node:path"

const make = {
  AUTH_SECRET: () => randomBytes(32).toString("base64url"),
  DB_PASSWORD_SECRET: () => randomBytes(32).toString("base64url"),
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: () => randomBytes(32).toString("base64"),
  STRIPE_WEBHOOK_SECRET: () => `whsec_${randomBytes(24).toString("base64url")}`,
}

/** The secrets of one installation, made at its first start and kept; what the environment gives comes first. */
export function secrets(file, given = process.env) {
  const kept = read(file)
  const all = Object.fromEntries(Object.entries(make).map(([name, value]) => [name, kept[name] ?? value()]))
  if (Object.keys(make).some((name) => kept[name] === undefined)) write(file, { ...kept, ...all })
  return Object.fromEntries(Object.entries(all).map(([name, value]) => [name, given[name] || value]))
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"))
  } catch (error) {
    if (error.code === "ENOENT") return {}
    throw error
  }
}

function write(file, values) {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(`${file}.new`, `${JSON.stringify(values, null, 2)}\n`, { mode: 0o600 })
  renameSync(`${file}.new`, file)
}
