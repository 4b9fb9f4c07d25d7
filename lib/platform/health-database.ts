import "server-only"
import { driver } from "@/db/client"

export type DatabaseState = "ok" | "unreachable"

/** Whether the database answers within two seconds. */
export async function databaseState(): Promise<DatabaseState> {
  const answer = driver("app_gate")`select 1`.then(
    () => "ok" as const,
    () => "unreachable" as const,
  )
  const patience = new Promise<DatabaseState>((resolve) => setTimeout(() => resolve("unreachable"), 2_000).unref())
  return Promise.race([answer, patience])
}

/** Whether some worker process holds a slot of the queue (lib/worker/slots.ts). */
export async function workerState(): Promise<DatabaseState> {
  try {
    const [row] = await driver("app_gate")<{ alive: boolean }[]>`
      select exists (select 1 from pg_locks where locktype = 'advisory' and classid = ${0x77726b} and granted) as alive`
    return row!.alive ? "ok" : "unreachable"
  } catch {
    return "unreachable"
  }
}
