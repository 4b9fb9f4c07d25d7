import { useLocale } from "next-intl"
import { formatMoney } from "./format"

type MoneyProps = {
  /** A decimal string, as the API and the database give it. */
  amount: string | number
  currency: string
  /** Drops cents that are all zero, for figures in tiles and charts. */
  short?: boolean
  signed?: boolean
}

export function Money({ amount, currency, short, signed }: MoneyProps) {
  return <span className="num">{formatMoney(useLocale(), amount, currency, { short, signed })}</span>
}
