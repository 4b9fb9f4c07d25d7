import Stripe from "stripe"
import type { Faults } from "./faults"
import { newId, now } from "./ids"
import { platform, type State } from "./state"

export interface World {
  state: State
  faults: Faults
  /** Where this server is reached, without a trailing slash. */
  address: string
  webhooks: { url: string | undefined; secret: string; backoffMs: number }
}

/** One account's part of the world, and the request that acts on it. */
export interface Scope {
  world: World
  owner: string
  request: { id: string | null; idempotency_key: string | null }
}

/** Records an event with the object as it is now, and its webhook with the same commit. */
export function emit(
  { world, owner, request }: Scope,
  type: Stripe.Event["type"],
  object: Stripe.Event["data"]["object"],
  previous?: Record<string, unknown>,
): void {
  const event = {
    id: newId("evt"),
    object: "event",
    api_version: Stripe.API_VERSION,
    created: now(),
    data: { object, ...(previous && { previous_attributes: previous }) },
    livemode: false,
    pending_webhooks: world.webhooks.url ? 1 + world.faults.duplicate : 0,
    request,
    type,
    ...(owner !== platform && { account: owner }),
  } as Stripe.Event // TypeScript can't tie `type` to `object` in a union of two hundred.
  world.state.put("event", owner, event)
  for (let copy = 0; copy < event.pending_webhooks; copy++) queueDelivery(world, owner, event.id)
}

export function queueDelivery(world: World, owner: string, eventId: string): void {
  world.state.put("delivery", owner, {
    id: newId("whd"),
    eventId,
    status: "pending",
    attempts: 0,
    nextAttemptAt: Date.now() + world.faults.delayMs,
    lastAnswer: null,
  })
}
