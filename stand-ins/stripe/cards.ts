import type Stripe from "stripe"

export interface Card {
  number: string
  expMonth: number
  expYear: number
}

export interface Decline {
  code: string
  declineCode: string
  message: string
}

const decline = (declineCode: string, message: string, code = "card_declined"): Decline => ({
  code,
  declineCode,
  message,
})

const declines: Record<string, Decline> = {
  "4000000000000002": decline("generic_decline", "Your card was declined."),
  "4000000000009995": decline("insufficient_funds", "Your card has insufficient funds."),
  "4000000000009987": decline("lost_card", "Your card was declined."),
  "4000000000000069": decline("expired_card", "Your card has expired.", "expired_card"),
  "4000000000000127": decline("incorrect_cvc", "Your card's security code is incorrect.", "incorrect_cvc"),
  "4000000000000119": decline("processing_error", "An error occurred while processing your card.", "processing_error"),
  "4000002500003155": decline(
    "authentication_required",
    "Your card was declined. It asks for 3-D Secure, which this page doesn't offer.",
    "authentication_required",
  ),
}

const brands: Record<string, string> = {
  "4242424242424242": "visa",
  "4000056655665556": "visa",
  "5555555555554444": "mastercard",
  "2223003122003222": "mastercard",
  "378282246310005": "amex",
  "6011111111111117": "discover",
}

/** Stripe's payment methods for tests, as the API takes them, and the cards they stand for. */
export const testPaymentMethods: Record<string, string> = {
  pm_card_visa: "4242424242424242",
  pm_card_mastercard: "5555555555554444",
  pm_card_amex: "378282246310005",
  pm_card_chargeDeclined: "4000000000000002",
  pm_card_visa_chargeDeclined: "4000000000000002",
  pm_card_chargeDeclinedInsufficientFunds: "4000000000009995",
  pm_card_visa_chargeDeclinedInsufficientFunds: "4000000000009995",
  pm_card_chargeDeclinedExpiredCard: "4000000000000069",
  pm_card_authenticationRequired: "4000002500003155",
}

/** Why the card's bank says no, or undefined when it pays. Like test mode, it knows the test cards only. */
export function declineOf(number: string): Decline | undefined {
  if (declines[number]) return declines[number]
  if (brands[number]) return undefined
  return decline("test_mode_live_card", "Your card was declined. Only test cards work here: try 4242 4242 4242 4242.")
}

export const brandOf = (number: string) => brands[number] ?? "visa"

export function isCardNumber(digits: string): boolean {
  if (!/^\d{12,19}$/.test(digits)) return false
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}

/** Month and year of `MM / YY` (the spaces may be missing), or undefined. */
export function readExpiry(text: string): { month: number; year: number } | undefined {
  const match = /^\s*(\d{1,2})\s*\/\s*(?:20)?(\d{2})\s*$/.exec(text)
  const month = Number(match?.[1])
  return match && month >= 1 && month <= 12 ? { month, year: 2000 + Number(match[2]) } : undefined
}

export function isExpired({ month, year }: { month: number; year: number }): boolean {
  return Date.UTC(year, month, 1) <= Date.now()
}

export function cardError(decline: Decline, intent?: Stripe.PaymentIntent, charge?: string) {
  return {
    type: "card_error" as const,
    code: decline.code,
    decline_code: decline.declineCode,
    message: decline.message,
    ...(charge && { charge }),
    ...(intent && { payment_intent: intent }),
  }
}
