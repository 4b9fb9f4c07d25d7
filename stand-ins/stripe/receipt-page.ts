import { html, notice, type PageAnswer, type PageRequest, page } from "./page"
import { written } from "./payment-page"

/** The page behind a charge's `receipt_url`. */
export function receiptPage({ world, pathname }: PageRequest): PageAnswer {
  const charge = world.state.find("charge", pathname.slice("/receipts/".length))?.value
  if (charge?.status !== "succeeded") return notice(404, "Page not found", "This receipt doesn't exist.")
  const card = charge.payment_method_details?.card
  return page(
    200,
    "Receipt",
    html`<section class="card">
      <h1>Receipt</h1>
      <ul class="lines">
        <li><span>Paid</span><span>${written(charge.amount, charge.currency)}</span></li>
        ${charge.amount_refunded > 0 && html`<li><span>Refunded</span><span>${written(charge.amount_refunded, charge.currency)}</span></li>`}
        <li><span>On</span><span>${new Date(charge.created * 1000).toISOString().slice(0, 10)}</span></li>
        <li><span>Card</span><span>${card?.brand} ···· ${card?.last4}</span></li>
      </ul>
    </section>`,
  )
}
