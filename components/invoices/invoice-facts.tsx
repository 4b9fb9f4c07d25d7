import Link from "next/link"
import { getTranslations } from "next-intl/server"
import { Facts } from "@/components/ui/facts"
import { Money } from "@/components/ui/money"
import { Panel } from "@/components/ui/panel"
import { Day, When } from "@/components/ui/when"
import type { InvoiceDetail } from "@/lib/domains/invoices/schema"

export async function InvoiceFacts({ invoice }: { invoice: InvoiceDetail }) {
  const t = await getTranslations("invoices")
  const { clientId, clientName, projectId, projectName, currency, issuedOn, dueOn, recipients } = invoice
  return (
    <Panel title={t("details")}>
      <Facts
        facts={[
          [
            t("fields.clientId"),
            <Link key="client" className="link" href={`/clients/${clientId}`} prefetch={false}>
              {clientName}
            </Link>,
          ],
          [
            t("fields.projectId"),
            projectId && (
              <Link className="link" href={`/projects/${projectId}`} prefetch={false}>
                {projectName}
              </Link>
            ),
          ],
          [t("fields.total"), <Money key="total" amount={invoice.total} currency={currency} />],
          [t("fields.amountPaid"), <Money key="paid" amount={invoice.amountPaid} currency={currency} />],
          [t("fields.amountDue"), <Money key="due" amount={invoice.amountDue} currency={currency} />],
          [t("fields.issuedOn"), issuedOn && <Day on={issuedOn} />],
          [t("fields.dueOn"), dueOn && <Day on={dueOn} />],
          [t("fields.viewedAt"), invoice.viewedAt && <When at={invoice.viewedAt} />],
          [t("fields.paidAt"), invoice.paidAt && <When at={invoice.paidAt} />],
          [t("fields.voidedAt"), invoice.voidedAt && <When at={invoice.voidedAt} />],
          [t("fields.timeEntries"), invoice.timeEntries > 0 ? t("entries", { count: invoice.timeEntries }) : null],
          [
            t("fields.recipients"),
            recipients.length > 0 ? (
              <span key="to" className="break-all">
                {recipients.join(", ")}
              </span>
            ) : null,
          ],
        ]}
      />
    </Panel>
  )
}
