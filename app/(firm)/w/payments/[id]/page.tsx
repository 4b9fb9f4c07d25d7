import { permitted } from "@/components/navigation/permitted"
import { PaymentPage } from "@/components/payments/payment-page"
import { listEntries } from "@/lib/domains/ledger/operations"
import { readPayment } from "@/lib/domains/payments/operations"
import { load, loadIfAllowed } from "@/lib/kernel/load"

export default async function PaymentRoutePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const [payment, entries, can] = await Promise.all([
    load(readPayment, { id }),
    loadIfAllowed(listEntries, { sourceId: id, limit: 100 }),
    permitted(),
  ])
  return <PaymentPage payment={payment} entries={entries?.items ?? null} mayRefund={can("payments:write")} />
}
