import type postgres from "postgres"

type Callback = (sql: postgres.Sql) => unknown
type Unsafe = (query: string, parameters?: unknown[], options?: object) => unknown

/**
 * Drizzle sends every query unprepared (two round trips, no pipelining), and a transaction's handle used after its
 * end writes into whichever transaction owns the connection next: a leak across firms. Prepares all, refuses late ones.
 * Without parameters the driver would even speak the protocol that takes several statements in one text, such as one
 * that names another firm and one that reads its rows.
 */
export function guard(sql: postgres.Sql): postgres.Sql {
  return wrap(sql, { open: true })
}

/**
 * The same for reading: transactions begin read-only, which drizzle would ask for in a round trip of its own, and answer
 * when everything is read, for there is nothing that their end could lose.
 */
export function guardReads(sql: postgres.Sql): postgres.Sql {
  const guarded = guard(sql)
  const begin = (work: Callback) =>
    new Promise((resolve, reject) => {
      const ended = sql.begin("read only", async (tx) => resolve(await scoped(work)(tx as unknown as postgres.Sql)))
      ended.catch(reject)
    })
  return new Proxy(guarded, { get: (target, name) => (name === "begin" ? begin : Reflect.get(target, name)) })
}

function wrap(sql: postgres.Sql, scope: { open: boolean }): postgres.Sql {
  return new Proxy(sql, {
    get(target, name) {
      if (name === "unsafe") {
        const unsafe = target.unsafe as Unsafe
        return (query: string, parameters: unknown[] = [], options: object = {}) => {
          if (!scope.open) throw new Error("query on a finished transaction")
          return unsafe.call(target, query, parameters, { ...options, prepare: true, simple: false })
        }
      }
      if (name === "begin" || name === "savepoint") {
        const start = Reflect.get(target, name) as (...args: unknown[]) => unknown
        return (...args: unknown[]) =>
          start.apply(
            target,
            args.map((arg) => (typeof arg === "function" ? scoped(arg as Callback) : arg)),
          )
      }
      return Reflect.get(target, name)
    },
  })
}

const scoped = (work: Callback) => async (sql: postgres.Sql) => {
  const scope = { open: true }
  try {
    return await work(wrap(sql, scope))
  } finally {
    scope.open = false
  }
}
