import { z } from "zod"
import { changedFaults, noFaults } from "./faults"
import type { Courier } from "./webhooks"
import type { World } from "./world"

interface AdminAnswer {
  status: number
  body: object
}

const redelivery = z.strictObject({ eventId: z.string(), copies: z.number().int().min(1).max(50).default(1) })

/** What real Stripe has no door for: faults on demand, a webhook once more, a look at everything. */
export async function answerAdmin(
  world: World,
  courier: Courier,
  route: string,
  body: string,
): Promise<AdminAnswer | undefined> {
  if (route === "GET /_state") return { status: 200, body: wholeState(world) }
  if (route === "GET /_faults") return { status: 200, body: world.faults }
  if (route === "POST /_faults/reset") return setFaults(world, courier, noFaults())
  if (route === "POST /_faults") return setFaults(world, courier, changedFaults(world.faults, read(body)))
  if (route !== "POST /_webhooks/redeliver") return

  const asked = redelivery.safeParse(read(body))
  if (!asked.success) return { status: 400, body: { error: z.prettifyError(asked.error) } }
  const { eventId, copies } = asked.data
  if (!world.state.find("event", eventId)) return { status: 404, body: { error: `No such event: '${eventId}'` } }
  return { status: 200, body: { answers: await courier.redeliver(eventId, copies) } }
}

function setFaults(world: World, courier: Courier, faults: World["faults"] | string): AdminAnswer {
  if (typeof faults === "string") return { status: 400, body: { error: faults } }
  world.faults = faults
  courier.wake()
  return { status: 200, body: faults }
}

function read(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

function wholeState({ state, faults }: World): object {
  const kinds = {
    accounts: state.all("account"),
    balanceTransactions: state.all("balance_transaction"),
    charges: state.all("charge"),
    customers: state.all("customer"),
    deliveries: state.all("delivery"),
    events: state.all("event"),
    paymentIntents: state.all("payment_intent"),
    paymentMethods: state.all("payment_method"),
    refunds: state.all("refund"),
    sessions: state.all("session"),
    setupIntents: state.all("setup_intent"),
  }
  return { faults, ...kinds }
}
