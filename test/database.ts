import { spawnSync } from "node:child_process"
import { randomBytes } from "node:crypto"
import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs"
import { join } from "node:path"
import { patchPostgresJs } from "../bin/parts/patch-postgres-js.mjs"
import { embeddedPostgres, removeEmbeddedPostgres } from "../bin/parts/postgres.mjs"
import { isAlive } from "../bin/parts/processes.mjs"
import { root } from "../bin/parts/runtime.mjs"
import { typescript } from "../bin/parts/typescript.mjs"

const runs = join(root, ".data/unit")

/** One PostgreSQL for a vitest run: fresh, migrated, told to the tests by the environment, and gone with the run. */
export default async function setup() {
  patchPostgresJs()
  removeAbandoned()
  const folder = join(runs, String(process.pid))
  mkdirSync(join(folder, "files"), { recursive: true })
  const server = embeddedPostgres({ folder, durable: false })
  await server.start()
  Object.assign(process.env, {
    DATABASE_URL: server.url,
    MIGRATION_DATABASE_URL: server.superuserUrl,
    DB_PASSWORD_SECRET: randomBytes(32).toString("base64url"),
    AUTH_SECRET: randomBytes(32).toString("base64url"),
    ROOT_DOMAIN: "localhost:3000",
    PROTOCOL: "http",
    MAIL_FROM: "ConsultantPro <mail@consultantpro.test>",
    STORAGE_DIR: join(folder, "files"),
    LOG_LEVEL: process.env.LOG_LEVEL ?? "silent",
  })
  const teardown = async () => {
    await server.stop()
    remove(folder)
  }
  try {
    migrate()
  } catch (error) {
    await teardown()
    throw error
  }
  return teardown
}

function migrate() {
  if (!existsSync(join(root, "db/migrate.ts"))) return
  const result = spawnSync(process.execPath, typescript("db/migrate.ts"), { cwd: root, encoding: "utf8" })
  if (result.status !== 0) throw new Error(`the migrations failed:\n${result.stdout}${result.stderr}`)
}

// A run that was killed could not tidy up after itself.
function removeAbandoned() {
  if (!existsSync(runs)) return
  for (const run of readdirSync(runs)) if (!isAlive(Number(run))) remove(join(runs, run))
}

function remove(folder: string) {
  removeEmbeddedPostgres(folder)
  rmSync(folder, { recursive: true, force: true })
}
