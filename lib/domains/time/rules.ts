import { Decimal, moneyString } from "@/lib/platform/money"

/** Hours as people type them, “1:30”, “90m”, “1.5h”, as a decimal; anything else stays as it was sent. */
export function hoursFromText(text: string): string {
  const typed = text.trim().toLowerCase().replace(/\s+/g, "")
  const clock = /^(\d{1,2}):([0-5]\d)$/.exec(typed) ?? /^(\d{1,2})h(\d{1,2})m?$/.exec(typed)
  if (clock) return ofMinutes(Number(clock[1]) * 60 + Number(clock[2]))
  const minutes = /^(\d{1,4})m(?:in)?$/.exec(typed)
  if (minutes) return ofMinutes(Number(minutes[1]))
  const unit = /^(\d{0,2}(?:[.,]\d{1,4})?)h?$/.exec(typed)
  return unit?.[1] && /[h,]/.test(typed) ? unit[1].replace(",", ".").replace(/^\./, "0.") : text.trim()
}

const ofMinutes = (minutes: number) => new Decimal(minutes).dividedBy(60).toDecimalPlaces(2).toFixed()

type Billed = { hours: string; hourlyRate: string; billable: boolean; currency: string }

/** Hours × rate to the currency's minor unit, halves away from zero; nothing for what isn't billed. */
export function billedAmount({ hours, hourlyRate, billable, currency }: Billed): string {
  return moneyString(billable ? new Decimal(hours).times(hourlyRate) : "0", currency)
}

/** The Monday and the Sunday of the week that a date is in. */
export function weekOf(date: string): { from: string; until: string; days: string[] } {
  const at = new Date(`${date}T00:00:00Z`)
  const monday = at.getTime() - ((at.getUTCDay() + 6) % 7) * 86_400_000
  const days = Array.from({ length: 7 }, (_, n) => new Date(monday + n * 86_400_000).toISOString().slice(0, 10))
  return { from: days[0]!, until: days[6]!, days }
}

export function shiftDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

type Held = { invoiceId: string | null; status: "open" | "submitted" | "approved" }

/** What is on an invoice or approved stays; what is submitted is in the approver's hands. */
export const isLocked = ({ invoiceId, status }: Held, approver: boolean) =>
  invoiceId !== null || status === "approved" || (status === "submitted" && !approver)

/** Project and task as the one choice that a form makes of them. */
export const workKey = ({ projectId, taskId }: { projectId?: string; taskId?: string | null }) =>
  projectId && taskId ? `${projectId}:${taskId}` : projectId
