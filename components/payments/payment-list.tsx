import { getTranslations } from "next-intl/server"
import { LinkButton } from "@/components/ui/button"
import { ListToolbar } from "@/components/ui/list-toolbar"
import { Pagination } from "@/components/ui/pagination"
import { EmptyState, NoMatch } from "@/components/ui/state"
import { type Payment, paymentMethods, paymentStatuses } from "@/lib/domains/payments/schema"
import { PaymentRows } from "./payment-rows"

type PaymentListProps = {
  found: { items: Payment[]; count: number; next: string | null; previous: string | null }
  narrowed: boolean
}

export async function PaymentList({ found, narrowed }: PaymentListProps) {
  const t = await getTranslations("payments")
  if (found.count === 0 && !narrowed)
    return (
      <EmptyState
        title={t("empty")}
        body={t("emptyBody")}
        action={<LinkButton href="/invoices?status=open">{t("openInvoices")}</LinkButton>}
      />
    )
  return (
    <>
      <ListToolbar
        search={t("search")}
        filters={[
          {
            name: "method",
            label: t("columns.method"),
            options: paymentMethods.map((value) => ({ value, label: t(`method.${value}`) })),
          },
          {
            name: "status",
            label: t("columns.status"),
            options: paymentStatuses.map((value) => ({ value, label: t(`statuses.${value}`) })),
          },
        ]}
      />
      {found.items.length === 0 ? <NoMatch clearHref="/payments" /> : <PaymentRows payments={found.items} named />}
      <Pagination next={found.next} previous={found.previous} count={found.count} />
    </>
  )
}
