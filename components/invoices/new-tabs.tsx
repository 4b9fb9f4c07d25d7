import { useTranslations } from "next-intl"
import { Tabs } from "@/components/ui/tabs"

/** The two ways to a new invoice. */
export function NewTabs({ current, clientId }: { current: "time" | "hand"; clientId?: string }) {
  const t = useTranslations("invoices.new")
  const query = clientId ? `?clientId=${clientId}` : ""
  return (
    <Tabs
      label={t("ways")}
      tabs={[
        { href: `/invoices/new${query}`, label: t("fromTime"), current: current === "time" },
        { href: `/invoices/new/by-hand${query}`, label: t("byHand"), current: current === "hand" },
      ]}
    />
  )
}
