import { createTranslator } from "use-intl/core"
import { defaultLocale, isLocale, messagesFor } from "@/lib/platform/messages"
import type { Amount } from "@/lib/platform/money"
import { Decimal, moneyString, sumMoney } from "@/lib/platform/money"

/** The accounts that every firm has, by what they are for. */
export const account = {
  bank: "1000",
  cardClearing: "1010",
  receivable: "1100",
  taxPayable: "2200",
  clientCredit: "2300",
  equity: "3000",
  revenue: "4000",
  creditsGranted: "4900",
  expenses: "6000",
} as const

const types = {
  bank: "asset",
  cardClearing: "asset",
  receivable: "asset",
  taxPayable: "liability",
  clientCredit: "liability",
  equity: "equity",
  revenue: "income",
  creditsGranted: "income",
  expenses: "expense",
} as const

/** The chart of accounts that a firm starts with, named in its language. */
export function defaultChart(locale: string) {
  const known = isLocale(locale) ? locale : defaultLocale
  const name = createTranslator({ locale: known, messages: messagesFor(known), namespace: "ledger.chart" })
  return (Object.keys(account) as (keyof typeof account)[]).map((key) => ({
    code: account[key],
    name: name(key),
    type: types[key],
  }))
}

export type Side = { account: string; debit?: Amount; credit?: Amount }

/** The lines of a posting as they are stored: nothing for nothing, a negative amount on the other side. */
export function postingLines(sides: Side[], currency: string) {
  return sides
    .map(({ account, debit = "0", credit = "0" }) => ({ account, net: new Decimal(debit).minus(credit) }))
    .filter(({ net }) => !net.isZero())
    .map(({ account, net }) => ({
      accountCode: account,
      debit: moneyString(net.isPositive() ? net : "0", currency),
      credit: moneyString(net.isNegative() ? net.negated() : "0", currency),
      currency,
    }))
}

type Balance = { type: string; debit: string; credit: string }

/** What an account shows: assets and expenses grow by debits, the others by credits. */
export function balanceOf({ type, debit, credit }: Balance): Decimal {
  const net = new Decimal(debit).minus(credit)
  return type === "asset" || type === "expense" ? net : net.negated()
}

/** The sum of the accounts of some types, each as it shows. */
export const totalOf = (rows: Balance[], ...wanted: string[]) =>
  sumMoney(rows.filter(({ type }) => wanted.includes(type)).map(balanceOf))

export const ageingBuckets = ["notDue", "days30", "days60", "days90", "older"] as const
export type AgeingBucket = (typeof ageingBuckets)[number]

/** How long a debt has been due: up to 30, 60 or 90 days, or longer. */
export function bucketOf(dueOn: string, today: string): AgeingBucket {
  const days = Math.round((Date.parse(today) - Date.parse(dueOn)) / 86_400_000)
  if (days <= 0) return "notDue"
  if (days <= 30) return "days30"
  if (days <= 60) return "days60"
  return days <= 90 ? "days90" : "older"
}
