import type Stripe from "stripe"
import type { Call } from "./call"
import { missing } from "./failure"
import fixtures from "./fixtures.json" with { type: "json" }
import { newId, now } from "./ids"
import { mergedMetadata } from "./metadata"
import { emit, type Scope } from "./world"

interface NewSetupIntent {
  customer: string | null
  description?: string | undefined
  metadata?: Stripe.Metadata | undefined
}

/** A card kept for later, without a payment: made when the checkout page has accepted it. */
export function createSetupIntent(
  scope: Scope,
  data: NewSetupIntent,
  method: Stripe.PaymentMethod,
): Stripe.SetupIntent {
  const id = newId("seti")
  const intent = {
    ...fixtures.setup_intent,
    id,
    object: "setup_intent",
    allowed_payment_method_types: null,
    automatic_payment_methods: null,
    cancellation_reason: null,
    client_secret: `${id}_secret_${newId("", 25).slice(1)}`,
    created: now(),
    customer: data.customer,
    description: data.description ?? null,
    flow_directions: null,
    last_setup_error: null,
    livemode: false,
    metadata: mergedMetadata({}, data.metadata),
    next_action: null,
    payment_method: method.id,
    payment_method_configuration_details: null,
    status: "succeeded",
    usage: "off_session",
  } satisfies Stripe.SetupIntent
  emit(scope, "setup_intent.created", intent)
  emit(scope, "setup_intent.succeeded", intent)
  return scope.world.state.put("setup_intent", scope.owner, intent)
}

export function retrieveSetupIntent({ world, owner, path }: Call): Stripe.SetupIntent {
  const intent = world.state.get("setup_intent", owner, path.intent!)
  if (!intent) throw missing("setupintent", path.intent!, "intent")
  return intent
}
