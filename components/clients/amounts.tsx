import { Money } from "@/components/ui/money"

/** What it comes to, in each currency on a line of its own: different moneys are never added up. */
export function Amounts({ of, none }: { of: { currency: string; amount: string }[]; none: string }) {
  const some = of.filter(({ amount }) => Number(amount) !== 0)
  if (some.length === 0) return <span className="text-muted">{none}</span>
  return some.map(({ currency, amount }) => (
    <span key={currency} className="block">
      <Money amount={amount} currency={currency} />
    </span>
  ))
}
