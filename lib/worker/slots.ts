import postgres from "postgres"
import { databaseUrl } from "@/db/client"

const space = 0x77726b // "wrk": the first half of our advisory locks' numbers
const slots = 256

export const workerId = (slot: number) => `slot-${slot}`

/** Names for workers that outlive a process: each is held by an advisory lock, which ends with its holder, however that ends. */
export async function takeSlots(count: number) {
  const sql = postgres(databaseUrl("app_queue"), { max: 1, idle_timeout: 0, max_lifetime: null, onnotice: () => {} })
  const mine = new Set<number>()
  for (let slot = 1; mine.size < count && slot <= slots; slot++) {
    const [row] = await sql<{ taken: boolean }[]>`select pg_try_advisory_lock(${space}, ${slot}) as taken`
    if (row!.taken) mine.add(slot)
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
        if (!slot || mine.has(slot)) continue
        const [row] = await sql<{ taken: boolean }[]>`select pg_try_advisory_lock(${space}, ${slot}) as taken`
        if (!row!.taken) continue
        gone.push(holder)
        await sql`select pg_advisory_unlock(${space}, ${slot})`
      }
      return gone
    },
    release: () => sql.end({ timeout: 2 }),
  }
}
