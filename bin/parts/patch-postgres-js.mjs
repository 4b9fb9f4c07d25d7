// postgres.js 3.4.9 throws from a timer, where nothing can catch it, when a server process dies inside a transaction:
// `socket` is null by then (porsager/postgres #1154, #1208). The guard ends the query with an error instead.
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { root } from "./runtime.mjs"

const original = `  function nextWrite(fn) {
    const x = socket.write(chunk, fn)
`
const guarded = `  function nextWrite(fn) {
    if (!socket) {
      nextWriteTimer !== null && clearImmediate(nextWriteTimer)
      chunk = nextWriteTimer = null
      error(Errors.connection('CONNECTION_CLOSED', options, socket))
      return false
    }
    const x = socket.write(chunk, fn)
`

/** Puts the guard into every build of the installed postgres.js; returns how many files it changed. */
export function patchPostgresJs(folder = join(root, "node_modules/postgres")) {
  const files = ["src", "cjs/src", "cf/src"].map((build) => join(folder, build, "connection.js"))
  return files.filter((file) => existsSync(file)).filter(patch).length
}

function patch(file) {
  const text = readFileSync(file, "utf8")
  if (text.includes(guarded)) return false
  if (text.split(original).length !== 2) {
    throw new Error(`${file} is not the postgres.js this patch was written for: look at nextWrite before going on`)
  }
  writeFileSync(
    file,
    text.replace(original, () => guarded),
  )
  return true
}
