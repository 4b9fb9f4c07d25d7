import type Stripe from "stripe"
import { invalid } from "./failure"
import fixtures from "./fixtures.json" with { type: "json" }
import { newId, now } from "./ids"
import { requireAmount } from "./payment-intents"
import type { Scope } from "./world"

/** The lines as Stripe keeps them, each with its price; they must be one currency and come to an amount a card can pay. */
export function lineItemsOf(asked: Stripe.Checkout.SessionCreateParams.LineItem[] | undefined): Stripe.LineItem[] {
  if (!asked?.length) throw invalid("Missing required param: line_items.", "line_items", "parameter_missing")
  const items = asked.map(lineItem)
  const [first] = items
  if (items.some((item) => item.currency !== first!.currency)) {
    throw invalid("All line items must have the same currency", "line_items")
  }
  requireAmount(totalOf(items), first!.currency)
  return items
}

export const totalOf = (items: Stripe.LineItem[]) => items.reduce((sum, item) => sum + item.amount_total, 0)

function lineItem({ price_data, quantity }: Stripe.Checkout.SessionCreateParams.LineItem, index: number) {
  const at = `line_items[${index}]`
  if (!price_data) throw invalid(`Missing required param: ${at}[price_data].`, `${at}[price_data]`, "parameter_missing")
  if (!quantity || quantity < 1) throw invalid("Quantity is required and must be at least 1", `${at}[quantity]`)
  const { currency, product_data, unit_amount } = price_data
  if (unit_amount === undefined || unit_amount < 0)
    throw invalid("Invalid unit amount", `${at}[price_data][unit_amount]`)
  if (!product_data) throw invalid("Missing required param: product_data", `${at}[price_data][product_data]`)

  const amount = unit_amount * quantity
  return {
    ...fixtures.item,
    id: newId("li"),
    object: "item",
    adjustable_quantity: null,
    amount_subtotal: amount,
    amount_total: amount,
    currency: currency.toLowerCase(),
    description: product_data.name,
    price: {
      ...fixtures.item.price,
      id: newId("price"),
      object: "price",
      active: false,
      billing_scheme: "per_unit",
      created: now(),
      currency: currency.toLowerCase(),
      custom_unit_amount: null,
      product: newId("prod", 14),
      recurring: null,
      tax_behavior: price_data.tax_behavior ?? "unspecified",
      tiers_mode: null,
      transform_quantity: null,
      type: "one_time",
      unit_amount,
      // Text on the wire: the SDK makes it a Decimal on arrival.
      unit_amount_decimal: String(unit_amount) as unknown as Stripe.Decimal,
    },
    quantity,
  } satisfies Stripe.LineItem
}

export function savedLineItems({ world, owner }: Scope, session: string): Stripe.LineItem[] {
  return world.state.get("line_items", owner, session)?.items ?? []
}
