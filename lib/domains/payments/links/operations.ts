import { and, eq, ne, notInArray, or, sql } from "drizzle-orm"
import { z } from "zod"
import { firms, invoices, paymentAttempts } from "@/db/schema"
import { isOpen, openStatuses } from "@/lib/domains/invoices/rules"
import { id } from "@/lib/kernel/fields"
import { exchange } from "@/lib/kernel/operation"
import { Refusal } from "@/lib/kernel/refusal"
import { Decimal, moneyString } from "@/lib/platform/money"
import { stripe } from "@/lib/platform/stripe"
import { isFinal, patience, stripeRefusal } from "../rules"
import { linkOut } from "../schema"
import { intendPayment, intentOf, type LinkIntent, openSession, settleSession } from "./writes"

export const createPaymentLink = exchange({
  name: "invoices.createPaymentLink",
  summary: "Open a payment page for an invoice",
  permission: "payments:write",
  rest: "POST /finance/invoices/{id}/payment-link",
  rate: "payment",
  mayDoNothing: true,
  input: z.strictObject({ id }),
  output: linkOut,
  run: ({ id }, scope) => intendPayment(scope, id),
  call: openSession,
  settle: (intent, opened, { db }) => settleSession(db, intent, opened),
})

/** Finishes an attempt that a crash or a time-out left halfway; its id makes the same page of it. */
export const resumePaymentLink = exchange({
  name: "payments.resumeLink",
  summary: "Finish a payment page that was left halfway",
  permission: "system:run",
  mayDoNothing: true,
  input: z.strictObject({ attemptId: id }),
  output: z.object({ outcome: z.enum(["left", "opened", "ended"]) }),

  async run({ attemptId }, { db }): Promise<{ intent: LinkIntent | null; id: string; end: boolean }> {
    const [row] = await db
      .select({
        attempt: paymentAttempts,
        number: invoices.number,
        status: invoices.status,
        due: sql<string>`${invoices.amountDue}::text`,
      })
      .from(paymentAttempts)
      .innerJoin(invoices, eq(invoices.id, paymentAttempts.invoiceId))
      .where(eq(paymentAttempts.id, attemptId))
    if (row?.attempt.status !== "pending") return { intent: null, id: attemptId, end: false }
    const { attempt, number, due } = row
    const wanted = isOpen(row.status) && new Decimal(due).equals(attempt.amount)
    if (!wanted) return { intent: null, id: attemptId, end: true }
    const billed = { number, due: moneyString(attempt.amount, attempt.currency), currency: attempt.currency }
    return { intent: await intentOf(db, attempt, billed), id: attemptId, end: false }
  },

  async call({ intent }) {
    if (!intent) return null
    try {
      return await openSession(intent)
    } catch (error) {
      if (error instanceof Refusal && error.code === "conflict") return "refused" as const
      throw error
    }
  },

  async settle({ intent, id, end }, opened, { db, record }) {
    if (intent && opened && opened !== "refused") {
      await settleSession(db, intent, opened)
      record("payment_link.resumed", { id: intent.attempt.invoiceId, clientId: intent.attempt.clientId })
      return { outcome: "opened" as const }
    }
    if (!end && opened !== "refused") return { outcome: "left" as const }
    const [ended] = await db
      .update(paymentAttempts)
      .set({ status: end ? "expired" : "failed" })
      .where(eq(paymentAttempts.id, id))
      .returning()
    if (ended) record("payment_link.ended", { id: ended.invoiceId, clientId: ended.clientId })
    return { outcome: "ended" as const }
  },
})

/** Ends payment pages that ask for what is no longer owed: nobody pays twice from an old link. */
export const closeLinks = exchange({
  name: "payments.closeLinks",
  summary: "Close payment pages that are out of date",
  permission: "system:run",
  mayDoNothing: true,
  input: z.strictObject({ invoiceId: id }),
  output: z.object({ closed: z.int() }),

  async run({ invoiceId }, { db }) {
    const open = await db
      .select({
        id: paymentAttempts.id,
        sessionId: paymentAttempts.sessionId,
        invoiceId: paymentAttempts.invoiceId,
        clientId: paymentAttempts.clientId,
      })
      .from(paymentAttempts)
      .innerJoin(invoices, eq(invoices.id, paymentAttempts.invoiceId))
      .where(
        and(
          eq(paymentAttempts.invoiceId, invoiceId),
          eq(paymentAttempts.status, "open"),
          or(notInArray(invoices.status, [...openStatuses]), ne(paymentAttempts.amount, invoices.amountDue)),
        ),
      )
    const [firm] = await db.select({ account: firms.stripeAccountId }).from(firms)
    return { open, account: firm?.account ?? "" }
  },

  async call({ open, account }) {
    for (const { sessionId } of open) {
      // One that has just been paid or has ended can't be ended again: its webhook tells what became of it.
      await stripe()
        .checkout.sessions.expire(sessionId ?? "", {}, { stripeAccount: account, ...patience })
        .catch((error: unknown) => {
          if (!isFinal(error)) throw stripeRefusal(error)
        })
    }
  },

  async settle({ open }, _answer, { db, record }) {
    for (const { id, invoiceId, clientId } of open) {
      const ended = await db
        .update(paymentAttempts)
        .set({ status: "expired" })
        .where(and(eq(paymentAttempts.id, id), eq(paymentAttempts.status, "open")))
        .returning({ id: paymentAttempts.id })
      if (ended.length > 0) record("payment_link.ended", { id: invoiceId, clientId })
    }
    return { closed: open.length }
  },
})
