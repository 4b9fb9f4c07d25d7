import { and, desc, eq, gt, or, sql } from "drizzle-orm"
import type Stripe from "stripe"
import { createTranslator } from "use-intl/core"
import { firms, invoices, paymentAttempts } from "@/db/schema"
import { newId } from "@/db/schema/columns"
import type { TenantDb } from "@/db/tenant"
import { portalUrl } from "@/lib/domains/firms/rules"
import { onlinePaymentState } from "@/lib/domains/invoices/queries"
import { isOpen } from "@/lib/domains/invoices/rules"
import type { Scope } from "@/lib/kernel/operation"
import { conflict, notFound } from "@/lib/kernel/refusal"
import { now } from "@/lib/platform/clock"
import { defaultLocale, isLocale, messagesFor } from "@/lib/platform/messages"
import { Decimal, moneyString } from "@/lib/platform/money"
import { stripe } from "@/lib/platform/stripe"
import { toStripeAmount, UnchargeableAmount } from "@/lib/platform/stripe-amount"
import { attemptLivesHours, patience, resumeAfterMinutes, stripeRefusal } from "../rules"

type Attempt = {
  id: string
  invoiceId: string
  clientId: string
  status: string
  url: string | null
  expiresAt: string | null
}
/** What is asked of Stripe; the same for the same attempt, whoever asks and however often. */
export type LinkIntent = {
  attempt: Attempt
  stripeAccount: string
  params: Stripe.Checkout.SessionCreateParams
}

const columns = {
  id: paymentAttempts.id,
  invoiceId: paymentAttempts.invoiceId,
  clientId: paymentAttempts.clientId,
  status: paymentAttempts.status,
  url: paymentAttempts.url,
  expiresAt: paymentAttempts.expiresAt,
}

/** Readies a payment of all that an invoice is owed. Staff and the client's own people both come here. */
export async function intendPayment(scope: Scope, invoiceId: string): Promise<LinkIntent> {
  const { db, record, enqueue } = scope
  // A client may not lock the invoice's row; two clicks at once still make one attempt.
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`payment-link:${invoiceId}`}, 0))`)
  const invoice = await payableInvoice(db, invoiceId)
  const attempt = (await usableAttempt(db, invoice)) ?? (await newAttempt(db, invoice))
  if (attempt.fresh) {
    const runAt = new Date(now().getTime() + resumeAfterMinutes * 60_000).toISOString()
    await enqueue("payments_resume", { attemptId: attempt.id }, { runAt })
    record("payment_link.requested", { id: invoiceId, clientId: invoice.clientId })
  }
  return intentOf(db, attempt, invoice)
}

async function payableInvoice(db: TenantDb, invoiceId: string) {
  const [invoice] = await db
    .select({
      id: invoices.id,
      clientId: invoices.clientId,
      number: invoices.number,
      status: invoices.status,
      currency: invoices.currency,
      due: sql<string>`${invoices.amountDue}::text`,
    })
    .from(invoices)
    .where(eq(invoices.id, invoiceId))
  if (!invoice) throw notFound("invoice")
  if (invoice.status === "draft") throw conflict("invoices.refusals.draft")
  if (invoice.status === "void") throw conflict("invoices.refusals.void")
  if (!isOpen(invoice.status) || !new Decimal(invoice.due).greaterThan(0)) throw conflict("invoices.refusals.paid")
  const state = await onlinePaymentState(db)
  if (state !== "ready") throw conflict(`payments.refusals.${state}`)
  return { ...invoice, due: moneyString(invoice.due, invoice.currency) }
}

type Payable = Awaited<ReturnType<typeof payableInvoice>>

async function usableAttempt(db: TenantDb, invoice: Payable) {
  const soon = new Date(now().getTime() + 5 * 60_000).toISOString()
  const young = new Date(now().getTime() - attemptLivesHours * 3_600_000).toISOString()
  const [attempt] = await db
    .select(columns)
    .from(paymentAttempts)
    .where(
      and(
        eq(paymentAttempts.invoiceId, invoice.id),
        eq(paymentAttempts.amount, invoice.due),
        or(
          and(eq(paymentAttempts.status, "open"), gt(paymentAttempts.expiresAt, soon)),
          and(eq(paymentAttempts.status, "pending"), gt(paymentAttempts.createdAt, young)),
        ),
      ),
    )
    .orderBy(desc(paymentAttempts.id))
    .limit(1)
  return attempt && { ...attempt, fresh: false }
}

async function newAttempt(db: TenantDb, { id: invoiceId, clientId, due, currency }: Payable) {
  const attempt = { id: newId(), invoiceId, clientId }
  await db.insert(paymentAttempts).values({ ...attempt, amount: due, currency })
  return { ...attempt, status: "pending", url: null, expiresAt: null, fresh: true }
}

type Billed = Pick<Payable, "number" | "due" | "currency">

/** The request to Stripe, from what is stored alone: a repeated idempotency key must come with the same request. */
export async function intentOf(db: TenantDb, attempt: Attempt, { number, due, currency }: Billed): Promise<LinkIntent> {
  const [firm] = await db
    .select({
      id: firms.id,
      subdomain: firms.subdomain,
      portalDomain: firms.portalDomain,
      locale: firms.locale,
      account: firms.stripeAccountId,
    })
    .from(firms)
  const locale = isLocale(firm!.locale) ? firm!.locale : defaultLocale
  const t = createTranslator({ locale, messages: messagesFor(locale), namespace: "payments" })
  const page = portalUrl(firm!, `/invoices/${attempt.invoiceId}`)
  const metadata = { firmId: firm!.id, invoiceId: attempt.invoiceId, attemptId: attempt.id }
  const name = t("checkout.item", { number: number ?? "" })
  return {
    attempt: {
      id: attempt.id,
      invoiceId: attempt.invoiceId,
      clientId: attempt.clientId,
      status: attempt.status,
      url: attempt.url,
      expiresAt: attempt.expiresAt,
    },
    stripeAccount: firm!.account ?? "",
    params: {
      mode: "payment",
      success_url: `${page}?paid=1`,
      cancel_url: page,
      line_items: [
        {
          quantity: 1,
          price_data: {
            currency: currency.toLowerCase(),
            unit_amount: chargeable(due, currency),
            product_data: { name },
          },
        },
      ],
      metadata,
      payment_intent_data: { metadata, description: name },
    },
  }
}

function chargeable(due: string, currency: string) {
  try {
    return toStripeAmount(due, currency)
  } catch (error) {
    if (error instanceof UnchargeableAmount) throw conflict("payments.refusals.unchargeable")
    throw error
  }
}

export type OpenedSession = { sessionId: string; url: string; expiresAt: string } | null

/** Opens Stripe's page for an attempt; one that is open already is left as it is. */
export async function openSession({ attempt, stripeAccount, params }: LinkIntent): Promise<OpenedSession> {
  if (attempt.url) return null
  const session = await stripe()
    .checkout.sessions.create(params, { stripeAccount, idempotencyKey: attempt.id, ...patience })
    .catch((error: unknown) => {
      throw stripeRefusal(error)
    })
  if (!session.url) throw conflict("payments.refusals.stripeRefused")
  return { sessionId: session.id, url: session.url, expiresAt: new Date(session.expires_at * 1000).toISOString() }
}

/** Keeps what Stripe answered. A webhook may have been faster and have ended the attempt: then it stays ended. */
export async function settleSession(db: TenantDb, { attempt }: LinkIntent, opened: OpenedSession) {
  if (opened) {
    await db
      .update(paymentAttempts)
      .set({ status: "open", ...opened })
      .where(and(eq(paymentAttempts.id, attempt.id), eq(paymentAttempts.status, "pending")))
  }
  const { url, expiresAt } = opened ?? attempt
  return { url: url!, expiresAt }
}
