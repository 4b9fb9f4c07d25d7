import Link from "next/link"
import { getTranslations } from "next-intl/server"
import { Facts } from "@/components/ui/facts"
import { Money } from "@/components/ui/money"
import { Panel } from "@/components/ui/panel"
import { Day } from "@/components/ui/when"
import type { PaymentDetail } from "@/lib/domains/payments/schema"

export async function PaymentFacts({ payment }: { payment: PaymentDetail }) {
  const t = await getTranslations("payments")
  const { clientId, clientName, invoiceId, invoiceNumber, currency, refundedAmount } = payment
  return (
    <Panel title={t("details")}>
      <Facts
        facts={[
          [
            t("columns.client"),
            <Link key="client" className="link" href={`/clients/${clientId}`} prefetch={false}>
              {clientName}
            </Link>,
          ],
          [
            t("receipt.invoice"),
            invoiceId && (
              <Link className="link" href={`/invoices/${invoiceId}`} prefetch={false}>
                {invoiceNumber}
              </Link>
            ),
          ],
          [t("fields.receivedOn"), <Day key="on" on={payment.receivedOn} />],
          [t("fields.method"), t(`method.${payment.method}`)],
          [t("fields.applied"), <Money key="applied" amount={payment.appliedAmount} currency={currency} />],
          [
            t("fields.refunded"),
            /[1-9]/.test(refundedAmount) ? <Money key="refunded" amount={refundedAmount} currency={currency} /> : null,
          ],
          [t("fields.note"), payment.note],
          [
            t("fields.reference"),
            payment.providerRef && <code className="break-all text-xs">{payment.providerRef}</code>,
          ],
        ]}
      />
    </Panel>
  )
}
