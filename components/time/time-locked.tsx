import { getTranslations } from "next-intl/server"
import { Banner } from "@/components/ui/banner"
import { LinkButton } from "@/components/ui/button"
import { Facts } from "@/components/ui/facts"
import { Hours } from "@/components/ui/hours"
import { Money } from "@/components/ui/money"
import { Panel } from "@/components/ui/panel"
import { Day } from "@/components/ui/when"
import type { TimeEntry } from "@/lib/domains/time/schema"

/** An entry that may not change any more: what it says, and why. */
export async function TimeLocked({ entry }: { entry: TimeEntry }) {
  const t = await getTranslations("time")
  const { invoiceId, status, date, taskTitle, clientName, description, memberName, hours, billedAmount, currency } =
    entry
  const why = invoiceId ? "lockedInvoiced" : status === "approved" ? "lockedApproved" : "lockedSubmitted"
  return (
    <>
      <Banner
        title={t("locked")}
        action={invoiceId && <LinkButton href={`/invoices/${invoiceId}`}>{t("openInvoice")}</LinkButton>}
      >
        {t(why)}
      </Banner>
      <Panel>
        <Facts
          facts={[
            [t("columns.date"), <Day key="date" on={date} />],
            [t("quick.task"), taskTitle],
            [t("columns.description"), description],
            [t("columns.person"), memberName],
            [t("columns.hours"), <Hours key="hours" value={hours} />],
            [t("columns.amount"), <Money key="amount" amount={billedAmount} currency={currency} />],
            [t("columns.project"), clientName],
          ]}
        />
      </Panel>
    </>
  )
}
