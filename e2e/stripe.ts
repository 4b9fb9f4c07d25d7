import { addresses } from "./surroundings"

type StripeState = {
  events: { id: string; type: string; data: { object: { metadata?: Record<string, string> } } }[]
  deliveries: { eventId: string; status: string; attempts: number }[]
}

const post = async (path: string, body?: unknown) => {
  const answer = await fetch(addresses.stripe + path, { method: "POST", body: JSON.stringify(body ?? {}) })
  if (!answer.ok) throw new Error(`${path} answers ${answer.status} ${await answer.text()}`)
  return answer.json()
}

/** The doors of the Stripe stand-in that Stripe itself doesn't have. */
export const stripe = {
  state: async (): Promise<StripeState> => (await fetch(`${addresses.stripe}/_state`)).json(),
  faults: (faults: Record<string, unknown>) => post("/_faults", faults),
  reset: () => post("/_faults/reset"),
  redeliver: (eventId: string, copies: number) => post("/_webhooks/redeliver", { eventId, copies }),
}

export const card = { cardNumber: "4242 4242 4242 4242", cardExpiry: "12 / 34", cardCvc: "123" }

/** Reads a payment page as a program does: its only form and what is in it. */
export async function readPaymentPage(url: string) {
  const answer = await fetch(url, { redirect: "manual" })
  const page = await answer.text()
  const forms = page.match(/<form[\s\S]*?<\/form>/g) ?? []
  const inputs = (forms[0] ?? "").match(/<input[^>]*>/g) ?? []
  const attribute = (tag: string, name: string) => tag.match(new RegExp(` ${name}="([^"]*)"`))?.[1]
  return {
    status: answer.status,
    cookies: answer.headers.getSetCookie(),
    page,
    forms,
    method: attribute(forms[0] ?? "", "method"),
    action: attribute(forms[0] ?? "", "action"),
    fields: Object.fromEntries(inputs.map((tag) => [attribute(tag, "name")!, attribute(tag, "value") ?? ""])),
  }
}

/** Pays like a program: one request for the page, one for the form. */
export async function payAt(url: string, who: { email: string; billingName: string }, given = card) {
  const { action, fields } = await readPaymentPage(url)
  const body = new URLSearchParams({ ...fields, ...who, ...given })
  return fetch(action!, { method: "POST", body, redirect: "manual" })
}
