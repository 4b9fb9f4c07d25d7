import { appendFileSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync } from "node:fs"
import { dirname } from "node:path"
import type Stripe from "stripe"

/** The owner of what belongs to no connected account, connected accounts themselves included. */
export const platform = "platform"

export interface Delivery {
  id: string
  eventId: string
  status: "pending" | "delivered" | "given_up"
  attempts: number
  nextAttemptAt: number
  lastAnswer: string | null
}

export interface OnboardingLink {
  id: string
  account: string
  returnUrl: string
  refreshUrl: string
  expiresAt: number
  used: boolean
}

/** The saved answer to an idempotency key; its id is the owner and the key. */
export interface SavedAnswer {
  id: string
  request: string
  status: number
  body: string
  savedAt: number
}

export interface Kinds {
  account: Stripe.Account
  onboarding_link: OnboardingLink
  answer: SavedAnswer
  balance_transaction: Stripe.BalanceTransaction
  charge: Stripe.Charge
  customer: Stripe.Customer
  delivery: Delivery
  event: Stripe.Event
  line_items: { id: string; items: Stripe.LineItem[]; chargeData: ChargeData }
  payment_intent: Stripe.PaymentIntent
  payment_method: Stripe.PaymentMethod
  refund: Stripe.Refund
  session: Stripe.Checkout.Session
  setup_intent: Stripe.SetupIntent
}

/** What a checkout session passes on to the intent it ends in. */
export interface ChargeData {
  description?: string
  metadata?: Stripe.Metadata
  receipt_email?: string
  setup_future_usage?: "off_session" | "on_session"
}

export type Kind = keyof Kinds
type Entry = { owner: string; value: Kinds[Kind] }
type Change = [kind: Kind, owner: string, value: Kinds[Kind]]

/**
 * Everything the stand-in knows, in memory and in a journal: one line for each commit, written before the answer
 * leaves. A line torn by a kill is a commit that was never answered, and is dropped on the next start.
 */
export class State {
  readonly #entries = new Map<Kind, Map<string, Entry>>()
  #changes: Change[] = []
  #journal: number | undefined

  constructor(file?: string) {
    if (!file) return
    mkdirSync(dirname(file), { recursive: true })
    for (const line of existsSync(file) ? readFileSync(file, "utf8").split("\n").slice(0, -1) : []) {
      for (const change of JSON.parse(line) as Change[]) this.#apply(change)
    }
    // Written anew at every start: a journal only grows. The file kept open is ours alone, also beside a leftover process.
    writeFileSync(`${file}.new`, [...this.#everything()].map((change) => `${JSON.stringify([change])}\n`).join(""))
    renameSync(`${file}.new`, file)
    this.#journal = openSync(file, "a")
  }

  put<K extends Kind>(kind: K, owner: string, value: Kinds[K]): Kinds[K] {
    this.#changes.push([kind, owner, structuredClone(value)])
    return value
  }

  get<K extends Kind>(kind: K, owner: string, id: string): Kinds[K] | undefined {
    const found = this.find(kind, id)
    return found?.owner === owner ? found.value : undefined
  }

  find<K extends Kind>(kind: K, id: string): { owner: string; value: Kinds[K] } | undefined {
    const change = this.#changes.findLast((it) => it[0] === kind && it[2].id === id)
    const entry = change ? { owner: change[1], value: change[2] } : this.#entries.get(kind)?.get(id)
    return structuredClone(entry) as { owner: string; value: Kinds[K] } | undefined
  }

  /** Committed values, oldest first. */
  all<K extends Kind>(kind: K, owner?: string): Kinds[K][] {
    const entries = [...(this.#entries.get(kind)?.values() ?? [])]
    return entries.filter((it) => !owner || it.owner === owner).map((it) => it.value as Kinds[K])
  }

  commit(): void {
    if (this.#changes.length === 0) return
    if (this.#journal !== undefined) appendFileSync(this.#journal, `${JSON.stringify(this.#changes)}\n`)
    for (const change of this.#changes) this.#apply(change)
    this.#changes = []
  }

  discard(): void {
    this.#changes = []
  }

  #apply([kind, owner, value]: Change): void {
    const entries = this.#entries.get(kind) ?? new Map<string, Entry>()
    entries.set(value.id, { owner, value })
    this.#entries.set(kind, entries)
  }

  *#everything(): Generator<Change> {
    for (const [kind, entries] of this.#entries) {
      for (const { owner, value } of entries.values()) yield [kind, owner, value]
    }
  }
}
