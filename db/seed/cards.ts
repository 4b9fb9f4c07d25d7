import { createOurPaymentLink } from "@/lib/domains/payments/portal"
import { applyWebhook } from "@/lib/domains/payments/webhooks/operations"
import { env } from "@/lib/platform/env"
import { stripe, stripeConfigured } from "@/lib/platform/stripe"
import { cardForm, submit } from "@/stand-ins/stripe/fixture"
import type { World } from "./world"

const accountOf = ({ subdomain }: World) => `acct_${subdomain}`

/** Gives the firm an account of the stand-in that may take payments. Real Stripe is left alone: its owner connects. */
export async function connectStandIn(world: World): Promise<boolean> {
  if (!stripeConfigured() || !env.STRIPE_API_BASE) return false
  const [firm] = await world.sql<{ name: string }[]>`select name from firms where id = ${world.firmId}`
  const { id } = await stripe().accounts.create({
    type: "standard",
    business_profile: { name: firm!.name },
    metadata: { standin: "onboarded", standin_id: accountOf(world), firmId: world.firmId },
  })
  await world.sql`update firms set stripe_account_id = ${id}, stripe_ready = true where id = ${world.firmId}`
  return true
}

/** Pays as the client would, on the stand-in's page; what its webhook says is taken in on the day of the story. */
export async function payByCard(world: World, payer: string, invoiceId: string, daysAgo: number) {
  const { url } = await world.as(payer).on(daysAgo, 13).does(createOurPaymentLink, { id: invoiceId })
  const answer = await submit(url, cardForm({ email: payer }))
  if (answer.status !== 303) throw new Error(`the payment page answered ${answer.status}`)
  const on = { stripeAccount: accountOf(world) }
  const { data } = await stripe().events.list({ type: "checkout.session.completed", limit: 5 }, on)
  const event = data.find(({ data: { object } }) => JSON.stringify(object).includes(invoiceId))
  if (!event) throw new Error("the stand-in tells of no payment")
  const { id, type, created } = event
  await world.system
    .on(daysAgo, 13)
    .does(applyWebhook, { id, type, created, object: { ...(event.data.object as unknown as Record<string, unknown>) } })
}
