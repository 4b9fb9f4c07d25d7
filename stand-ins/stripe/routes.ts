import * as accounts from "./accounts"
import { type Handler, on } from "./call"
import * as charges from "./charges"
import * as checkout from "./checkout"
import * as customers from "./customers"
import { listEvents, retrieveEvent } from "./events"
import * as intents from "./payment-intents"
import { listPaymentMethods, retrievePaymentMethod } from "./payment-methods"
import * as refunds from "./refunds"
import { retrieveSetupIntent } from "./setup-intents"

/** What the stand-in does, by the operation's name in the specification. */
export const handlers: Record<string, Handler> = {
  "GET /v1/account": accounts.retrieveAccount,
  "POST /v1/account_links": on(accounts.createAccountLink),
  "GET /v1/accounts": on(accounts.listAccounts),
  "POST /v1/accounts": on(accounts.createAccount),
  "GET /v1/accounts/{account}": accounts.retrieveAccount,
  "POST /v1/accounts/{account}": on(accounts.updateAccount),
  "GET /v1/balance_transactions": on(charges.listBalanceTransactions),
  "GET /v1/balance_transactions/{id}": charges.retrieveBalanceTransaction,
  "GET /v1/charges": on(charges.listCharges),
  "GET /v1/charges/{charge}": charges.retrieveCharge,
  "GET /v1/checkout/sessions": on(checkout.listSessions),
  "POST /v1/checkout/sessions": on(checkout.createSession),
  "GET /v1/checkout/sessions/{session}": on(checkout.retrieveSession),
  "POST /v1/checkout/sessions/{session}/expire": checkout.expireSession,
  "GET /v1/checkout/sessions/{session}/line_items": on(checkout.listLineItems),
  "GET /v1/customers": on(customers.listCustomers),
  "POST /v1/customers": on(customers.createCustomer),
  "GET /v1/customers/{customer}": customers.retrieveCustomer,
  "POST /v1/customers/{customer}": on(customers.updateCustomer),
  "GET /v1/customers/{customer}/payment_methods": on(listPaymentMethods),
  "GET /v1/events": on(listEvents),
  "GET /v1/events/{id}": retrieveEvent,
  "GET /v1/payment_intents": on(intents.listPaymentIntents),
  "POST /v1/payment_intents": on(intents.createPaymentIntent),
  "GET /v1/payment_intents/{intent}": intents.retrievePaymentIntent,
  "POST /v1/payment_intents/{intent}/cancel": on(intents.cancelPaymentIntent),
  "POST /v1/payment_intents/{intent}/confirm": on(intents.confirmPaymentIntent),
  "GET /v1/payment_methods/{payment_method}": retrievePaymentMethod,
  "GET /v1/refunds": on(refunds.listRefunds),
  "POST /v1/refunds": on(refunds.createRefund),
  "GET /v1/refunds/{refund}": refunds.retrieveRefund,
  "GET /v1/setup_intents/{intent}": retrieveSetupIntent,
}
