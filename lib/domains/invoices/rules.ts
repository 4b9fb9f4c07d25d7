import { Decimal, moneyString, roundMoney, sumMoney } from "@/lib/platform/money"
import type { InvoiceStatus } from "./schema"

type Priced = { quantity: string; unitPrice: string; taxRate: string }

/** Each line rounds half away from zero to the currency's minor unit. */
export function lineAmounts({ quantity, unitPrice, taxRate }: Priced, currency: string) {
  const amount = roundMoney(new Decimal(quantity).times(unitPrice), currency)
  return {
    amount: moneyString(amount, currency),
    tax: moneyString(amount.times(taxRate).dividedBy(100), currency),
  }
}

/** Totals sum the lines, and nothing else. */
export function totalsOf(lines: { amount: string; tax: string }[], currency: string) {
  const subtotal = sumMoney(lines.map(({ amount }) => amount))
  const taxTotal = sumMoney(lines.map(({ tax }) => tax))
  return {
    subtotal: moneyString(subtotal, currency),
    taxTotal: moneyString(taxTotal, currency),
    total: moneyString(subtotal.plus(taxTotal), currency),
  }
}

export type BillableTime = {
  projectId: string
  projectName: string
  taskId: string | null
  taskTitle: string | null
  date: string
  hours: string
  hourlyRate: string
  billedAmount: string
}

/**
 * One line for each task (or project) and rate. Where rounding each entry and rounding the sum of hours differ, the
 * entries are listed one by one: so every line multiplies out on paper, and the invoice is the sum of its entries.
 */
export function linesOfTime(entries: BillableTime[], { currency, taxRate }: { currency: string; taxRate: string }) {
  const severalProjects = new Set(entries.map(({ projectId }) => projectId)).size > 1
  const groups = Map.groupBy(entries, (entry) =>
    [entry.projectId, entry.taskId ?? "", new Decimal(entry.hourlyRate).toFixed()].join(),
  )
  return [...groups.values()].flatMap((group) => {
    const named = (entry: BillableTime) =>
      [severalProjects || !entry.taskTitle ? entry.projectName : "", entry.taskTitle].filter(Boolean).join(" · ")
    const { hourlyRate } = group[0]!
    const quantity = sumOfHours(group)
    const whole = lineAmounts({ quantity, unitPrice: hourlyRate, taxRate }, currency)
    const billed = sumMoney(group.map(({ billedAmount }) => billedAmount))
    if (billed.equals(whole.amount)) {
      return [{ description: named(group[0]!), quantity, unitPrice: hourlyRate, taxRate, ...whole }]
    }
    return group.map((entry) => ({
      description: `${named(entry)} · ${entry.date}`,
      quantity: entry.hours,
      unitPrice: entry.hourlyRate,
      taxRate,
      amount: moneyString(entry.billedAmount, currency),
      tax: moneyString(new Decimal(entry.billedAmount).times(taxRate).dividedBy(100), currency),
    }))
  })
}

// Written with as many decimals as the most exact entry, as hours were sent.
function sumOfHours(entries: BillableTime[]) {
  const decimals = Math.max(...entries.map(({ hours }) => hours.split(".")[1]?.length ?? 0))
  return sumMoney(entries.map(({ hours }) => hours)).toFixed(decimals)
}

/** What an issued invoice is after money came or went. */
export function statusAfter(
  { total, viewedAt }: { total: string; viewedAt: string | null },
  amountPaid: string | Decimal,
): InvoiceStatus {
  const paid = new Decimal(amountPaid)
  if (paid.greaterThanOrEqualTo(total)) return "paid"
  if (paid.greaterThan(0)) return "part_paid"
  return viewedAt ? "viewed" : "sent"
}

export const openStatuses = ["sent", "viewed", "part_paid"] as const
export const isOpen = (status: InvoiceStatus) => (openStatuses as readonly string[]).includes(status)

export const isOverdue = ({ status, dueOn }: { status: InvoiceStatus; dueOn: string | null }, today: string) =>
  isOpen(status) && dueOn !== null && dueOn < today

/** The date some days later, both as YYYY-MM-DD. */
export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}
