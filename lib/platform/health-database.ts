import "server-only"
import { driver } from "@/db/client"
import { doubtDatabase, isInDoubt, trustDatabase } from "./database-doubt"
import { processWide } from "./process-wide"

export type DatabaseState = "ok" | "unreachable"

/** Whether the database answers within two seconds. */
export async function databaseState(): Promise<DatabaseState> {
  const answer = driver("app_gate")`select 1`.then(
    () => "ok" as const,
    () => "unreachable" as const,
  )
  const patience = new Promise<DatabaseState>((resolve) => setTimeout(() => resolve("unreachable"), 2_000).unref())
  const state = await Promise.race([answer, patience])
  if (state === "ok") trustDatabase()
  else doubtDatabase()
  return state
}

const asking = processWide("database-asked", () => ({ now: undefined as Promise<DatabaseState> | undefined }))

/** False while the database is away. It is asked only after a connection has ended, and once for all who want to know. */
export async function databaseAnswers(): Promise<boolean> {
  if (!isInDoubt()) return true
  asking.now ??= databaseState().finally(() => {
    asking.now = undefined
  })
  return (await asking.now) === "ok"
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
