import "server-only"
import { sql } from "drizzle-orm"
import { auditEvents } from "@/db/schema"
import { newId } from "@/db/schema/columns"
import type { TenantDb } from "@/db/tenant"
import { now } from "@/lib/platform/clock"
import type { Actor } from "./actor"
import type { EventName, Operation, Scope, Visit } from "./operation"
import { conflict } from "./refusal"

export type Recorded = {
  id: string
  name: EventName
  subjectId: string
  clientId: string | null
  fields: string[]
}

/** Gathers what an operation says it did, and writes it down at the end of its transaction. */
export class Recorder {
  readonly recorded: Recorded[] = []
  private changes = 0

  constructor(
    private db: TenantDb,
    private operation: Operation,
    private actor: Actor,
    private visit: Visit,
  ) {}

  get empty() {
    return this.recorded.length === 0 && this.changes === 0
  }

  get scope(): Scope {
    return {
      db: this.db,
      actor: this.actor,
      visit: this.visit,
      record: (name, { id: subjectId, clientId = null }, fields = []) => {
        this.recorded.push({ id: newId(), name, subjectId, clientId, fields })
      },
      enqueue: (task, payload, options) => {
        this.changes++
        return enqueue(this.db, task, payload, options)
      },
      expect: ({ version }) => {
        const { expectedVersion } = this.visit
        if (expectedVersion !== undefined && expectedVersion !== version) throw conflict("kernel.stale")
      },
    }
  }

  /** Audit row and event job in the transaction of the change: they share its fate. */
  async keep() {
    if (this.recorded.length === 0) return
    const { actor, operation, visit } = this
    const at = now().toISOString()
    await this.db.insert(auditEvents).values(
      this.recorded.map((event) => ({
        ...event,
        at,
        operation: operation.name,
        actorKind: actor.actorKind,
        actorId: actor.id,
        actorName: actor.name,
        requestId: visit.requestId,
      })),
    )
    for (const { fields, ...event } of this.recorded) await enqueue(this.db, "event", { ...event, at })
  }
}

/** Puts work into the queue, in the transaction, with a key of its own to this firm's rows. */
export async function enqueue(
  db: TenantDb,
  task: string,
  payload: Record<string, unknown>,
  { jobKey, runAt, maxAttempts }: { jobKey?: string; runAt?: string; maxAttempts?: number } = {},
) {
  await db.execute(sql`select app.enqueue(${task}, ${JSON.stringify(payload)}::text::jsonb, ${jobKey ?? null},
    ${runAt ?? null}::timestamptz, ${maxAttempts ?? 12}::integer)`)
}
