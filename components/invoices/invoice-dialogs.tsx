import { getLocale, getTranslations } from "next-intl/server"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { formatMoney } from "@/components/ui/format"
import { deleteInvoiceAction, sendInvoiceAction, voidInvoiceAction } from "@/lib/domains/invoices/actions"
import type { InvoiceDetail } from "@/lib/domains/invoices/schema"

/** What can't be undone is asked for once more, naming what it is about. */
export async function InvoiceDialogs({ invoice }: { invoice: InvoiceDetail }) {
  const [t, locale] = await Promise.all([getTranslations("invoices.confirm"), getLocale()])
  const { id, number, version, recipients } = invoice
  const values = {
    number: number ?? "",
    client: invoice.clientName,
    total: formatMoney(locale, invoice.total, invoice.currency),
  }
  if (invoice.status === "draft")
    return (
      <>
        <ConfirmDialog
          id="send"
          title={t("sendTitle", values)}
          confirm={t("send")}
          action={sendInvoiceAction}
          values={{ id, _version: String(version) }}
          danger={false}
        >
          <p>{t("sendBody")}</p>
          <p>{recipients.length > 0 ? t("sendTo", { people: recipients.join(", ") }) : t("sendNobody", values)}</p>
        </ConfirmDialog>
        <ConfirmDialog
          id="delete"
          title={t("deleteTitle", values)}
          confirm={t("delete")}
          action={deleteInvoiceAction}
          values={{ id }}
        >
          <p>{invoice.timeEntries > 0 ? t("deleteTime", { count: invoice.timeEntries }) : t("deleteBody")}</p>
        </ConfirmDialog>
      </>
    )
  return (
    <ConfirmDialog
      id="void"
      title={t("voidTitle", values)}
      confirm={t("void")}
      action={voidInvoiceAction}
      values={{ id, _version: String(version) }}
    >
      <p>{t("voidBody")}</p>
      {invoice.timeEntries > 0 && <p>{t("deleteTime", { count: invoice.timeEntries })}</p>}
    </ConfirmDialog>
  )
}
