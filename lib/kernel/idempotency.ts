import "server-only"
import { and, eq, isNull, sql } from "drizzle-orm"
import { idempotencyKeys } from "@/db/schema"
import type { TenantDb } from "@/db/tenant"
import type { Actor } from "./actor"
import { conflict } from "./refusal"

export type Claim =
  | { state: "new" }
  | { state: "done"; response: string }
  /** Left between its transactions, by a process that died or a vendor that failed: to go on with the same intent. */
  | { state: "left"; intent: unknown }

const owner = (actor: Actor) => actor.id ?? actor.keyId
const mine = (actor: Actor, key: string) => and(eq(idempotencyKeys.actor, owner(actor)), eq(idempotencyKeys.key, key))
// Longer than the vendors' clients wait.
const heldUntil = sql`clock_timestamp() + interval '30 seconds'`

/** Takes an Idempotency-Key in the transaction of the change; a second caller waits for the first and gets its answer. */
export async function claim(db: TenantDb, actor: Actor, key: string, requestHash: string): Promise<Claim> {
  const values = { actor: owner(actor), key, requestHash }
  const inserted = await db
    .insert(idempotencyKeys)
    .values(values)
    .onConflictDoNothing()
    .returning({ key: idempotencyKeys.key })
  if (inserted.length > 0) return { state: "new" }

  const [held] = await db
    .select({ requestHash: idempotencyKeys.requestHash, response: idempotencyKeys.response })
    .from(idempotencyKeys)
    .where(mine(actor, key))
  if (held?.requestHash !== requestHash) throw conflict("kernel.keyReused")
  if (held.response !== null) return { state: "done", response: held.response }
  return takeOver(db, actor, key)
}

async function takeOver(db: TenantDb, actor: Actor, key: string): Promise<Claim> {
  const [left] = await db
    .update(idempotencyKeys)
    .set({ heldUntil })
    .where(
      and(mine(actor, key), isNull(idempotencyKeys.response), sql`${idempotencyKeys.heldUntil} < clock_timestamp()`),
    )
    .returning({ intent: idempotencyKeys.intent })
  if (!left?.intent) throw conflict("kernel.keyInUse")
  return { state: "left", intent: JSON.parse(left.intent) }
}

/** Keeps what a vendor is about to be asked, in the transaction that decided it. */
export async function keepIntent(db: TenantDb, actor: Actor, key: string, intent: unknown) {
  await db
    .update(idempotencyKeys)
    .set({ intent: JSON.stringify(intent), heldUntil })
    .where(mine(actor, key))
}

/** Nobody works on it any more: whoever asks again goes on at once. */
export async function letGo(db: TenantDb, actor: Actor, key: string) {
  await db
    .update(idempotencyKeys)
    .set({ heldUntil: sql`'-infinity'` })
    .where(and(mine(actor, key), isNull(idempotencyKeys.response)))
}

export async function complete(db: TenantDb, actor: Actor, key: string, answer: unknown) {
  await db
    .update(idempotencyKeys)
    .set({ status: 200, response: JSON.stringify(answer), intent: null })
    .where(mine(actor, key))
}
