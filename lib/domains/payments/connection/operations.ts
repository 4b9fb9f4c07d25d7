import { eq } from "drizzle-orm"
import { z } from "zod"
import { firms } from "@/db/schema"
import type { TenantDb } from "@/db/tenant"
import { onlinePaymentState } from "@/lib/domains/invoices/queries"
import { exchange, query, type Scope } from "@/lib/kernel/operation"
import { conflict } from "@/lib/kernel/refusal"
import { siteUrl } from "@/lib/platform/env"
import { stripe, stripeConfigured } from "@/lib/platform/stripe"
import { patience, stripeRefusal } from "../rules"
import { connectionOut } from "../schema"

export const readConnection = query({
  name: "payments.readConnection",
  summary: "Read whether card payments are set up",
  permission: "payments:read",
  rest: "GET /finance/payment-connection",
  input: z.strictObject({}),
  output: connectionOut,
  run: async (_input, { db }) => connectionOf(db),
})

/** Leads to Stripe's own pages, where the firm tells who it is and where its money goes; all of that stays there. */
export const connectPayments = exchange({
  name: "firm.connectPayments",
  summary: "Connect a Stripe account",
  permission: "firm:manage",
  rest: "POST /finance/payment-connection/connect",
  rate: "payment",
  input: z.strictObject({}),
  output: z.object({ url: z.string() }),

  async run(_input, { db, record }) {
    if (!stripeConfigured()) throw conflict("payments.refusals.not_configured")
    const firm = await accountHolder(db)
    record("firm.payments_connecting", { id: firm.id })
    return firm
  },

  async call(firm) {
    try {
      const account = firm.account ?? (await createAccount(firm))
      const page = siteUrl("firm", firm.subdomain, "/settings/payments")
      const link = await stripe().accountLinks.create(
        { account, type: "account_onboarding", refresh_url: `${page}?again=1`, return_url: `${page}?returned=1` },
        patience,
      )
      return { account, url: link.url }
    } catch (error) {
      throw stripeRefusal(error)
    }
  },

  async settle(firm, { account, url }, { db, record }) {
    await db.update(firms).set({ stripeAccountId: account }).where(eq(firms.id, firm.id))
    record("firm.payments_connected", { id: firm.id }, ["stripeAccountId"])
    return { url }
  },
})

type Holder = Awaited<ReturnType<typeof accountHolder>>

const createAccount = async ({ id, name }: Holder) => {
  const params = { type: "standard", business_profile: { name }, metadata: { firmId: id } } as const
  return (await stripe().accounts.create(params, { idempotencyKey: `account:${id}`, ...patience })).id
}

/** What Stripe says of the account now. */
async function askAccount({ account }: Holder) {
  if (!account) return null
  const { charges_enabled, details_submitted } = await stripe()
    .accounts.retrieve(account, {}, patience)
    .catch((error: unknown) => {
      throw stripeRefusal(error)
    })
  return { ready: charges_enabled && details_submitted }
}

async function keepState(firm: Holder, asked: { ready: boolean } | null, { db, record }: Scope) {
  if (asked && asked.ready !== firm.ready) {
    await db.update(firms).set({ stripeReady: asked.ready }).where(eq(firms.id, firm.id))
    record(asked.ready ? "firm.payments_ready" : "firm.payments_paused", { id: firm.id }, ["stripeReady"])
  }
  return connectionOf(db)
}

export const refreshConnection = exchange({
  name: "firm.refreshPayments",
  summary: "Ask Stripe whether the account is ready",
  permission: "firm:manage",
  rest: "POST /finance/payment-connection/refresh",
  rate: "payment",
  mayDoNothing: true,
  input: z.strictObject({}),
  output: connectionOut,
  run: (_input, { db }) => accountHolder(db),
  call: askAccount,
  settle: keepState,
})

export const syncConnection = exchange({
  name: "payments.syncAccount",
  summary: "Take over the state of the Stripe account",
  permission: "system:run",
  mayDoNothing: true,
  input: z.strictObject({}),
  output: connectionOut,
  run: (_input, { db }) => accountHolder(db),
  call: askAccount,
  settle: keepState,
})

async function accountHolder(db: TenantDb) {
  const [firm] = await db
    .select({
      id: firms.id,
      name: firms.name,
      subdomain: firms.subdomain,
      account: firms.stripeAccountId,
      ready: firms.stripeReady,
    })
    .from(firms)
  return firm!
}

async function connectionOf(db: TenantDb) {
  return { state: await onlinePaymentState(db), accountId: (await accountHolder(db)).account }
}
