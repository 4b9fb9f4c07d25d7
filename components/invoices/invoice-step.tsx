import { getLocale, getTranslations } from "next-intl/server"
import { ActionForm } from "@/components/ui/action-form"
import { LinkButton } from "@/components/ui/button"
import { DialogButton } from "@/components/ui/dialog"
import { formatDay, formatMoney } from "@/components/ui/format"
import { NextStep } from "@/components/ui/next-step"
import { SubmitButton } from "@/components/ui/submit-button"
import { remindInvoiceAction } from "@/lib/domains/invoices/actions"
import type { InvoiceDetail } from "@/lib/domains/invoices/schema"

type StepProps = { invoice: InvoiceDetail; can: (permission: "invoices:write" | "payments:write") => boolean }

/** What the invoice is waiting for, and the one action that moves it on. */
export async function InvoiceStep({ invoice, can }: StepProps) {
  const [t, locale] = await Promise.all([getTranslations("invoices.next"), getLocale()])
  const { id, status, overdue, recipients, clientName, dueOn } = invoice
  const amount = formatMoney(locale, invoice.amountDue, invoice.currency)
  const values = { amount, client: clientName, due: dueOn ? formatDay(locale, dueOn) : "" }

  if (status === "draft" && can("invoices:write"))
    return (
      <NextStep
        title={t("sendTitle", values)}
        action={
          <DialogButton dialog="send" variant="primary">
            {t("send")}
          </DialogButton>
        }
      >
        {recipients.length > 0 ? t("sendBody", { people: recipients.join(", ") }) : t("sendNobody", values)}
      </NextStep>
    )
  if (status === "paid" || status === "void" || status === "draft") return null
  if (overdue && can("invoices:write") && recipients.length > 0)
    return (
      <NextStep
        title={t("remindTitle", values)}
        action={
          <ActionForm action={remindInvoiceAction} guard={false} className="contents">
            <input type="hidden" name="id" value={id} />
            <SubmitButton>{t("remind")}</SubmitButton>
          </ActionForm>
        }
      >
        {t("remindBody", { people: recipients.join(", ") })}
      </NextStep>
    )
  if (!can("payments:write")) return null
  return (
    <NextStep
      title={t("waitTitle", values)}
      action={
        <LinkButton variant="primary" href={`/invoices/${id}/payment`}>
          {t("record")}
        </LinkButton>
      }
    >
      {invoice.onlinePayment === "ready" ? t("waitBody", values) : t("waitNoCard")}
    </NextStep>
  )
}
