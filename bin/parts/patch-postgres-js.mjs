// postgres.js 3.4.9 does five things wrong when a server process dies (porsager/postgres #1154,
// #1208; the fix offered there covers the first only):
// - it writes to a socket that is gone, in a timer where nothing can catch the error: the process dies;
// - it keeps half-written bytes and their timer, so that the connection never comes back;
// - the same when it dies while the driver asks for the array types, which nobody awaits;
// - it answers the connection's next query with the error of the last one before, and a query sent between error and
//   close stays in the line, so that every later answer goes to the wrong query;
// - the transaction's callback goes on with the connection, which may belong to another transaction by then.
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { root } from "./runtime.mjs"

export const hunks = [
  {
    file: "connection.js",
    original: `  function nextWrite(fn) {
`,
    patched: `  function nextWrite(fn) {
    if (!socket) {
      nextWriteTimer !== null && clearImmediate(nextWriteTimer)
      chunk = nextWriteTimer = null
      error(Errors.connection('CONNECTION_CLOSED', options, socket))
      return false
    }
`,
  },
  {
    file: "connection.js",
    original: `    clearImmediate(nextWriteTimer)
    socket.removeListener('data', data)
    socket.removeListener('connect', connected)
    idleTimer.cancel()
`,
    patched: `    clearImmediate(nextWriteTimer)
    chunk = nextWriteTimer = null
    socket.removeListener('data', data)
    socket.removeListener('connect', connected)
    idleTimer.cancel()
`,
  },
  {
    file: "connection.js",
    original: `    !hadError && (query || sent.length) && error(Errors.connection('CONNECTION_CLOSED', options, socket))
    closedTime = performance.now()
`,
    patched: `    ;(query || sent.length) && error(Errors.connection('CONNECTION_CLOSED', options, socket))
    query = results = errorResponse = null
    result = new Result()
    closedTime = performance.now()
`,
  },
  {
    file: "connection.js",
    original: `        return fetchArrayTypes()
`,
    patched: `        return fetchArrayTypes().catch(() => needsTypes = true)
`,
  },
  {
    file: "index.js",
    original: `        new Promise((_, reject) => connection.onclose = reject)
`,
    patched: `        new Promise((_, reject) => connection.onclose = error => {
          lost = error
          while (queries.length)
            queries.shift().reject(error)
          reject(error)
        })
`,
  },
  {
    file: "index.js",
    original: `      , connection
      , prepare = null
`,
    patched: `      , connection
      , prepare = null
      , lost = null
`,
  },
  {
    file: "index.js",
    original: `        q.catch(e => uncaughtError || (uncaughtError = e))
`,
    patched: `        q.catch(e => uncaughtError || (uncaughtError = e))
        if (lost)
          return q.reject(lost)
`,
  },
]

/** Patches every build of the installed postgres.js; returns how many places it changed. */
export function patchPostgresJs(folder = join(root, "node_modules/postgres")) {
  const builds = ["src", "cjs/src", "cf/src"].filter((build) => existsSync(join(folder, build)))
  return builds.flatMap((build) => hunks.map((hunk) => apply(join(folder, build, hunk.file), hunk))).filter(Boolean)
    .length
}

function apply(file, { original, patched }) {
  const text = readFileSync(file, "utf8")
  if (text.includes(patched)) return false
  if (text.split(original).length !== 2) {
    throw new Error(
      `${file} is not the postgres.js this patch was written for: look at bin/parts/patch-postgres-js.mjs`,
    )
  }
  writeFileSync(
    file,
    text.replace(original, () => patched),
  )
  return true
}
