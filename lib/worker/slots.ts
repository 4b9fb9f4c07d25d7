import postgres from "postgres"
import { databaseUrl } from "@/db/client"
import { log } from "@/lib/platform/log"

const space = 0x77726b // "wrk": the first half of our advisory locks' numbers
const slots = 256

export const workerId = (slot: number) => `slot-${slot}`

/** Names for workers that outlive a process: each is held by an advisory lock, which ends with its holder, however that ends. */
export async function takeSlots(count: number) {
  let released = false
  const sql = postgres(databaseUrl("app_queue"), {
    max: 1,
    idle_timeout: 0,
    max_lifetime: null,
    connect_timeout: 5,
    onnotice: () => {},
    onclose: () => released || hold(),
  })
  const mine = new Set<number>()
  for (let slot = 1; mine.size < count && slot <= slots; slot++) if (await take(slot)) mine.add(slot)

  async function take(slot: number) {
    const [row] = await sql<{ taken: boolean }[]>`select pg_try_advisory_lock(${space}, ${slot}) as taken`
    return row!.taken
  }

  // The database ended the connection, and the locks with it: whoever works in these names must hold them again, or
  // another process takes them for dead. It may end while we are at it: then all are lost once more.
  const lost = new Set<number>()
  async function hold() {
    const atIt = lost.size > 0
    for (const slot of mine) lost.add(slot)
    if (atIt) return
    while (lost.size > 0 && !released) {
      for (const slot of lost) if (await take(slot).catch(() => false)) lost.delete(slot)
      if (lost.size > 0) await new Promise((resolve) => setTimeout(resolve, 250))
    }
    log.warn("the database was away: the worker's names are held again")
  }

  return {
    ids: [...mine].map(workerId),
    /** Holds the names again when the connection that held them was lost; false when one is somebody else's by now. */
    async keep(): Promise<boolean> {
      for (const slot of mine) {
        const [row] = await sql<{ held: boolean }[]>`select case when exists (select 1 from pg_locks l
          where l.locktype = 'advisory' and l.pid = pg_backend_pid() and l.classid::bigint = ${space} and l.objid::bigint = ${slot} and l.granted)
          then true else pg_try_advisory_lock(${space}, ${slot}) end as held`
        if (!row!.held) return false
      }
      return true
    },
    /** Of workers that hold jobs: those that nobody is any more, because their process died. */
    async dead(holders: string[]): Promise<string[]> {
      const gone: string[] = []
      for (const holder of holders) {
        const slot = Number(/^slot-(\d+)$/.exec(holder)?.[1])
        if (!slot || mine.has(slot) || !(await take(slot))) continue
        gone.push(holder)
        await sql`select pg_advisory_unlock(${space}, ${slot})`
      }
      return gone
    },
    release: () => {
      released = true
      return sql.end({ timeout: 2 })
    },
  }
}
