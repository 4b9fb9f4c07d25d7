import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { root } from "../runtime.mjs"

const kit = join(root, "node_modules/drizzle-kit/bin.cjs")

/** The migrations are consistent, and the schema says nothing that they do not: generating again yields nothing. */
export async function checkMigrations(command, folder) {
  const out = join(folder, "migrations")
  rmSync(out, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  cpSync(join(root, "db/migrations"), out, { recursive: true })
  const config = join(folder, "drizzle.config.ts")
  const settings = JSON.stringify(join(root, "drizzle.config.ts"))
  writeFileSync(config, `import config from ${settings}\nexport default { ...config, out: ${JSON.stringify(out)} }\n`)

  await command("drizzle-kit", [kit, "check", `--config=${config}`])
  await command("drizzle-kit", [kit, "generate", `--config=${config}`, "--name=unexpected"])
  const added = readdirSync(out).filter((name) => name.endsWith("_unexpected"))
  if (added.length > 0) throw new Error("the schema has changes without a migration: run `npx drizzle-kit generate`")
}
