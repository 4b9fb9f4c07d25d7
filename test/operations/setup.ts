import { mkdirSync, rmSync } from "node:fs"
import { join } from "node:path"
import { backup } from "../../bin/parts/backup/backup.mjs"
import { patchPostgresJs } from "../../bin/parts/patch-postgres-js.mjs"
import { removeEmbeddedPostgres } from "../../bin/parts/postgres.mjs"
import { root } from "../../bin/parts/runtime.mjs"
import { folder } from "./folders"

/** One backup of an installation with the demo's data (that of `npm test`, or OPERATIONS_DATA_DIR): every test starts from it. */
export default async function setup() {
  patchPostgresJs()
  for (const name of ["backup", "quiet", "busy", "restart", "failures", "load"]) remove(folder(name))
  const from = process.env.OPERATIONS_DATA_DIR
  if (!from) throw new Error("OPERATIONS_DATA_DIR must name a data folder: `npm test -- build operations` does")
  mkdirSync(join(root, ".data"), { recursive: true })
  await backup({ to: folder("backup"), "data-dir": from }, {})
}

function remove(path: string) {
  removeEmbeddedPostgres(path)
  rmSync(path, { recursive: true, force: true })
}
