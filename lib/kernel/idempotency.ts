import "server-only"
import { and, eq } from "drizzle-orm"
import { idempotencyKeys } from "@/db/schema"
import type { TenantDb } from "@/db/tenant"
import type { Actor } from "./actor"
import { conflict } from "./refusal"

export type Claim = { state: "new" } | { state: "done"; response: string }

const owner = (actor: Actor) => actor.id ?? actor.keyId
const mine = (actor: Actor, key: string) => and(eq(idempotencyKeys.actor, owner(actor)), eq(idempotencyKeys.key, key))

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
  if (held.response === null) throw conflict("kernel.keyInUse")
  return { state: "done", response: held.response }
}

export async function complete(db: TenantDb, actor: Actor, key: string, answer: unknown) {
  await db
    .update(idempotencyKeys)
    .set({ status: 200, response: JSON.stringify(answer) })
    .where(mine(actor, key))
}
