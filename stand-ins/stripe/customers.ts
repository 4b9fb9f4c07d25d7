import type Stripe from "stripe"
import type { Call } from "./call"
import { missing } from "./failure"
import fixtures from "./fixtures.json" with { type: "json" }
import { newId, now } from "./ids"
import { createdIn, listOf } from "./lists"
import { mergedMetadata } from "./metadata"
import { emit, type Scope } from "./world"

const noAddress = fixtures.customer.address

export function createCustomer(call: Call<Stripe.CustomerCreateParams>): Stripe.Customer {
  const { address, metadata, ...params } = call.params
  const customer = {
    ...fixtures.customer,
    id: newId("cus", 14),
    object: "customer",
    address: address ? { ...noAddress, ...address } : null,
    created: now(),
    currency: null,
    description: params.description ?? null,
    discount: null,
    email: params.email ?? null,
    invoice_prefix: newId("", 8).slice(1).toUpperCase(),
    metadata: mergedMetadata({}, metadata),
    name: params.name ?? null,
    phone: params.phone ?? null,
    preferred_locales: params.preferred_locales ?? [],
    shipping: null,
    tax_exempt: params.tax_exempt || "none",
  } satisfies Stripe.Customer
  emit(call, "customer.created", customer)
  return call.world.state.put("customer", call.owner, customer)
}

export function updateCustomer(call: Call<Stripe.CustomerUpdateParams>): Stripe.Customer {
  const { address, metadata, expand, ...params } = call.params
  const customer = customerById(call, call.path.customer!)
  const fields = Object.entries(params).map(([name, value]) => [name, value === "" ? null : value])
  const changed = {
    ...customer,
    ...Object.fromEntries(fields),
    address: address ? { ...noAddress, ...customer.address, ...address } : address === "" ? null : customer.address,
    metadata: mergedMetadata(customer.metadata, metadata),
  } satisfies Stripe.Customer
  emit(call, "customer.updated", changed)
  return call.world.state.put("customer", call.owner, changed)
}

export const retrieveCustomer = (call: Call): Stripe.Customer => customerById(call, call.path.customer!)

export function listCustomers({ world, owner, params }: Call<Stripe.CustomerListParams>) {
  const { email, created } = params
  const customers = world.state.all("customer", owner).filter(createdIn(created))
  return listOf("/v1/customers", email ? customers.filter((it) => it.email === email) : customers, params)
}

export function customerById({ world, owner }: Scope, id: string, param = "id"): Stripe.Customer {
  const customer = world.state.get("customer", owner, id)
  if (!customer) throw missing("customer", id, param)
  return customer
}
