import Stripe from "stripe"
import type { Delivery } from "./state"
import type { World } from "./world"

const answerWithinMs = 10_000
const longestWaitMs = 30_000
const giveUpAfterMs = 3 * 24 * 3600 * 1000

/** Sends what is due, each event's copies at once, and tries again with growing pauses until it is taken with a 2xx. */
export class Courier {
  #running = false
  #stopped = false
  #timer: NodeJS.Timeout | undefined

  constructor(private readonly world: World) {}

  /** To be called after each commit, and when faults are lifted. */
  wake(): void {
    if (this.#running || this.#stopped) return
    this.#running = true
    clearTimeout(this.#timer)
    // After the answer to the request that caused it: Stripe's webhooks don't overtake its answers either.
    setImmediate(() => void this.#run())
  }

  stop(): void {
    this.#stopped = true
    clearTimeout(this.#timer)
  }

  #pending(): Delivery[] {
    if (this.world.faults.holdWebhooks || !this.world.webhooks.url) return []
    return this.world.state.all("delivery").filter((it) => it.status === "pending")
  }

  async #run(): Promise<void> {
    for (let due = this.#due(); due.length > 0 && !this.#stopped; due = this.#due()) {
      const events = [...Map.groupBy(due, (delivery) => delivery.eventId).values()]
      for (const copies of this.world.faults.disorder ? events.reverse() : events) {
        await Promise.all(copies.map((delivery) => this.#deliver(delivery)))
      }
    }
    this.#running = false
    if (this.#stopped) return
    const next = Math.min(...this.#pending().map((delivery) => delivery.nextAttemptAt))
    if (Number.isFinite(next)) this.#timer = setTimeout(() => this.wake(), Math.max(0, next - Date.now()))
  }

  #due(): Delivery[] {
    return this.#pending().filter((delivery) => delivery.nextAttemptAt <= Date.now())
  }

  async #deliver(delivery: Delivery): Promise<void> {
    const { state, webhooks } = this.world
    const answer = await this.#send(delivery.eventId)
    // Read after the answer: copies on their way together count down the same event.
    const { owner, value: event } = state.find("event", delivery.eventId)!
    const taken = /^2\d\d$/.test(answer)
    const attempts = delivery.attempts + 1
    const tooOld = Date.now() - event.created * 1000 > giveUpAfterMs
    state.put("delivery", owner, {
      ...delivery,
      attempts,
      lastAnswer: answer,
      status: taken ? "delivered" : tooOld ? "given_up" : "pending",
      nextAttemptAt: Date.now() + Math.min(webhooks.backoffMs * 2 ** Math.min(delivery.attempts, 16), longestWaitMs),
    })
    if (taken) state.put("event", owner, { ...event, pending_webhooks: Math.max(0, event.pending_webhooks - 1) })
    state.commit()
  }

  /** Sends an event again, at once and whatever is held; one answer for each copy. */
  redeliver(eventId: string, copies: number): Promise<string[]> {
    return Promise.all(Array.from({ length: copies }, () => this.#send(eventId)))
  }

  /** The status, or what went wrong on the way. */
  async #send(eventId: string): Promise<string> {
    const payload = JSON.stringify(this.world.state.find("event", eventId)!.value, null, 2)
    try {
      const response = await fetch(this.world.webhooks.url!, {
        method: "POST",
        body: payload,
        headers: {
          "content-type": "application/json; charset=utf-8",
          "stripe-signature": this.#signature(payload),
          "user-agent": "Stripe/1.0 (stand-in)",
        },
        redirect: "manual",
        signal: AbortSignal.timeout(answerWithinMs),
      })
      await response.body?.cancel()
      return String(response.status)
    } catch (error) {
      return error instanceof Error ? `no answer: ${error.message}` : "no answer"
    }
  }

  #signature(payload: string): string {
    const { signature } = this.world.faults
    return Stripe.webhooks.generateTestHeaderString({
      payload,
      secret: signature === "tampered" ? "whsec_not_the_secret" : this.world.webhooks.secret,
      ...(signature === "stale" && { timestamp: Math.floor(Date.now() / 1000) - 600 }),
    })
  }
}
