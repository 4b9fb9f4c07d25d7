// Cuts spec.json and fixtures.json from Stripe's own files: node stand-ins/stripe/cut-vendor-files.mjs <openapi spec3 as JSON> <fixtures3.json>
import { readFileSync, writeFileSync } from "node:fs"

const page = "ending_before expand limit starting_after"

// Each operation with the parameters the stand-in acts on; of the others only the name is kept, to be refused by it.
const operations = {
  "GET /v1/account": "expand",
  "POST /v1/account_links": "account collect expand refresh_url return_url type",
  "GET /v1/accounts": page,
  "POST /v1/accounts":
    "business_profile business_type capabilities country default_currency email expand metadata type",
  "GET /v1/accounts/{account}": "account expand",
  "POST /v1/accounts/{account}": "account business_profile business_type email expand metadata",
  "GET /v1/balance_transactions": `${page} source type`,
  "GET /v1/balance_transactions/{id}": "expand id",
  "GET /v1/charges": `${page} created customer payment_intent`,
  "GET /v1/charges/{charge}": "charge expand",
  "GET /v1/checkout/sessions": `${page} customer payment_intent`,
  "POST /v1/checkout/sessions":
    "cancel_url client_reference_id currency customer customer_creation customer_email expand expires_at line_items.quantity line_items.price_data.currency line_items.price_data.unit_amount line_items.price_data.tax_behavior line_items.price_data.product_data.name line_items.price_data.product_data.description locale metadata mode payment_intent_data.description payment_intent_data.metadata payment_intent_data.receipt_email payment_intent_data.setup_future_usage payment_method_types setup_intent_data.description setup_intent_data.metadata submit_type success_url",
  "GET /v1/checkout/sessions/{session}": "expand session",
  "POST /v1/checkout/sessions/{session}/expire": "expand session",
  "GET /v1/checkout/sessions/{session}/line_items": `${page} session`,
  "GET /v1/customers": `${page} created email`,
  "POST /v1/customers": "address description email expand metadata name phone preferred_locales tax_exempt",
  "GET /v1/customers/{customer}": "customer expand",
  "POST /v1/customers/{customer}":
    "address customer description email expand metadata name phone preferred_locales tax_exempt",
  "GET /v1/customers/{customer}/payment_methods": `${page} customer type`,
  "GET /v1/events": `${page} created type types`,
  "GET /v1/events/{id}": "expand id",
  "GET /v1/payment_intents": `${page} created customer`,
  "POST /v1/payment_intents":
    "amount automatic_payment_methods confirm currency customer description expand metadata off_session payment_method payment_method_types receipt_email return_url setup_future_usage statement_descriptor",
  "GET /v1/payment_intents/{intent}": "expand intent",
  "POST /v1/payment_intents/{intent}/cancel": "cancellation_reason expand intent",
  "POST /v1/payment_intents/{intent}/confirm":
    "expand intent off_session payment_method receipt_email return_url setup_future_usage",
  "GET /v1/payment_methods/{payment_method}": "expand payment_method",
  "GET /v1/refunds": `${page} charge created payment_intent`,
  "POST /v1/refunds": "amount charge expand metadata payment_intent reason",
  "GET /v1/refunds/{refund}": "expand refund",
  "GET /v1/setup_intents/{intent}": "expand intent",
}

const resources = [
  "account",
  "account_link",
  "balance_transaction",
  "charge",
  "checkout.session",
  "customer",
  "event",
  "item",
  "payment_intent",
  "payment_method",
  "refund",
  "setup_intent",
]

const [specFile, fixturesFile] = process.argv.slice(2)
const spec = JSON.parse(readFileSync(specFile, "utf8"))
const { resources: examples } = JSON.parse(readFileSync(fixturesFile, "utf8"))

// A parameter may itself be called "description": inside `properties` every key stays.
const bare = (node, names = false) =>
  Array.isArray(node)
    ? node.map((item) => bare(item))
    : node && typeof node === "object"
      ? Object.fromEntries(
          Object.entries(node)
            .filter(([key]) => names || !/^(description|title|encoding|style|explode)$/.test(key))
            .map(([key, value]) => [key, bare(value, key === "properties")]),
        )
      : node

const kept = (names, path, schema) => {
  if (names.includes(path)) return bare(schema)
  if (!names.some((name) => name.startsWith(`${path}.`))) return { unsupported: true }
  if (schema.items) return { type: "array", items: kept(names, path, schema.items) }
  const inner = Object.entries(schema.properties).map(([name, it]) => [name, kept(names, `${path}.${name}`, it)])
  return { type: "object", properties: Object.fromEntries(inner), required: schema.required ?? [] }
}

const paths = {}
for (const [operation, list] of Object.entries(operations)) {
  const [verb, path] = operation.split(" ")
  const { operationId, parameters = [], requestBody } = spec.paths[path][verb.toLowerCase()]
  const names = list.split(" ")
  const form = requestBody?.content["application/x-www-form-urlencoded"]?.schema ?? {}
  paths[path] ??= {}
  paths[path][verb] = {
    operationId,
    query: Object.fromEntries(
      parameters.filter((it) => it.in === "query").map((it) => [it.name, kept(names, it.name, it.schema)]),
    ),
    body: {
      properties: Object.fromEntries(
        Object.entries(form.properties ?? {}).map(([name, it]) => [name, kept(names, name, it)]),
      ),
      required: form.required ?? [],
    },
  }
}

const write = (file, value) => writeFileSync(new URL(file, import.meta.url), `${JSON.stringify(value, null, 2)}\n`)
write("spec.json", { info: { version: spec.info.version, license: "MIT, github.com/stripe/openapi" }, paths })
write("fixtures.json", Object.fromEntries(resources.map((name) => [name, examples[name]])))
