import { CircleCheck, Lock } from "lucide-react"
import { getLocale, getTranslations } from "next-intl/server"
import { LeavingForm } from "@/components/payments/leaving-form"
import { Banner } from "@/components/ui/banner"
import { formatMoney } from "@/components/ui/format"
import { Money } from "@/components/ui/money"
import { SubmitButton } from "@/components/ui/submit-button"
import { Day, When } from "@/components/ui/when"
import type { OurInvoiceDetail } from "@/lib/domains/invoices/schema"
import { payAction, payByRedirectAction } from "@/lib/domains/payments/actions"
import { LookAgain } from "./look-again"

type PayPanelProps = { invoice: OurInvoiceDetail; returned: boolean; mayPay: boolean }

/** What is to pay and the one button for it; after paying, thanks that turn into "paid" when the bank's word has come. */
export async function PayPanel({ invoice, returned, mayPay }: PayPanelProps) {
  const [t, locale] = await Promise.all([getTranslations("invoices.ours"), getLocale()])
  const { id, status, amountDue, currency, dueOn, overdue, paidAt } = invoice
  if (status === "void") return <Banner title={t("voidTitle")}>{t("voidBody")}</Banner>
  if (status === "paid")
    return (
      <section className="panel">
        <div className="panel-body flex items-center gap-4" role="status">
          <CircleCheck aria-hidden className="size-8 shrink-0 text-positive" />
          <div>
            <p className="text-lg font-semibold">{returned ? t("thanks") : t("paidTitle")}</p>
            <p className="text-muted">
              {paidAt && t.rich("paidOn", { on: () => <When at={paidAt} /> })} {returned && t("receipt")}
            </p>
          </div>
        </div>
      </section>
    )
  if (returned)
    return (
      <section className="panel">
        <div className="panel-body flex items-center gap-4" role="status">
          <LookAgain />
          <span className="spinner size-6 shrink-0" aria-hidden />
          <div>
            <p className="text-lg font-semibold">{t("confirming")}</p>
            <p className="text-muted">
              {t("confirmingBody")}{" "}
              <a className="link" href={`/invoices/${id}`}>
                {t("look")}
              </a>
            </p>
          </div>
        </div>
      </section>
    )
  const amount = formatMoney(locale, amountDue, currency)
  return (
    <section className="panel">
      <div className="panel-body grid gap-4">
        <div className="flex flex-wrap items-baseline justify-between gap-2">
          <p className="text-3xl font-semibold">
            <Money amount={amountDue} currency={currency} />
          </p>
          {dueOn && (
            <p className={overdue ? "font-semibold text-danger" : "text-muted"}>
              {t.rich(overdue ? "wasDue" : "due", { on: () => <Day on={dueOn} /> })}
            </p>
          )}
        </div>
        {invoice.onlinePayment !== "ready" ? (
          <p className="text-muted">{t("noCard", { firm: invoice.seller.name })}</p>
        ) : mayPay ? (
          <LeavingForm action={payAction} withoutScript={payByRedirectAction} className="grid gap-2">
            <input type="hidden" name="id" value={id} />
            <SubmitButton size="lg" wide icon={<Lock aria-hidden />}>
              {t("pay", { amount })}
            </SubmitButton>
            <p className="text-center text-xs text-muted">{t("secure")}</p>
          </LeavingForm>
        ) : (
          <p className="text-muted">{t("notYours")}</p>
        )}
      </div>
    </section>
  )
}
