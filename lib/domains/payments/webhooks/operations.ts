import { eq } from "drizzle-orm"
import { z } from "zod"
import { firms, payments, webhookInbox } from "@/db/schema"
import { id } from "@/lib/kernel/fields"
import { exchange, mutation } from "@/lib/kernel/operation"
import { log } from "@/lib/platform/log"
import { stripe } from "@/lib/platform/stripe"
import { stripeRefusal } from "../rules"
import { stripeRefund, webhookEvent } from "../schema"
import { matches, takeRefund } from "./writes"

/** One event of Stripe's, once. The row in the inbox and the effect are of one transaction. */
export const applyWebhook = mutation({
  name: "payments.applyWebhook",
  summary: "Take in an event of Stripe's",
  permission: "system:run",
  mayDoNothing: true,
  input: webhookEvent,
  output: z.object({ outcome: z.enum(["applied", "known", "ignored"]) }),

  async run({ id: eventId, type, object }, scope) {
    const effect = await matches[type]?.(object, scope)
    if (!effect) {
      log.info({ event: eventId, type }, "webhook about nothing of ours")
      return { outcome: "ignored" as const }
    }
    const fresh = await scope.db
      .insert(webhookInbox)
      .values({ provider: "stripe", eventId, type })
      .onConflictDoNothing()
      .returning({ eventId: webhookInbox.eventId })
    if (fresh.length === 0) return { outcome: "known" as const }
    await effect(scope)
    return { outcome: "applied" as const }
  },
})

/** Every refund of a payment, as Stripe lists them: for those that were made elsewhere. */
export const syncRefunds = exchange({
  name: "payments.syncRefunds",
  summary: "Take over refunds made at Stripe",
  permission: "system:run",
  mayDoNothing: true,
  input: z.strictObject({ paymentId: id }),
  output: z.object({ refunds: z.int() }),

  async run({ paymentId }, { db }) {
    const [payment] = await db.select().from(payments).where(eq(payments.id, paymentId))
    const [firm] = await db.select({ account: firms.stripeAccountId }).from(firms)
    return { payment: payment!, account: firm?.account ?? "" }
  },
  async call({ payment, account }) {
    const listed = await stripe()
      .refunds.list({ payment_intent: payment.providerRef ?? "", limit: 100 }, { stripeAccount: account })
      .catch((error: unknown) => {
        throw stripeRefusal(error)
      })
    return z.array(stripeRefund).parse(listed.data)
  },
  async settle({ payment }, listed, scope) {
    for (const refund of listed.toReversed()) await takeRefund(scope, payment, refund)
    return { refunds: listed.length }
  },
})
