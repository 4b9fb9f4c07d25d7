import { getTranslations } from "next-intl/server"
import { Money } from "@/components/ui/money"
import { Panel } from "@/components/ui/panel"
import { Day } from "@/components/ui/when"
import type { OurInvoiceDetail } from "@/lib/domains/invoices/schema"

export async function OurPayments({ payments }: { payments: OurInvoiceDetail["payments"] }) {
  const [t, method] = await Promise.all([getTranslations("invoices.ours"), getTranslations("payments.method")])
  return (
    <Panel title={t("payments")}>
      <ul className="grid gap-2 text-sm">
        {payments.map(({ id, receivedOn, amount, currency, method: by, status }) => (
          <li key={id} className="flex justify-between gap-4">
            <span>
              <Day on={receivedOn} /> · {method(by as "card")}
              {status !== "succeeded" && <span className="text-muted"> · {t(status as "refunded")}</span>}
            </span>
            <Money amount={amount} currency={currency} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}
