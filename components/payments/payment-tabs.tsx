import { useTranslations } from "next-intl"
import { Tabs } from "@/components/ui/tabs"

export function PaymentTabs({ current }: { current: "payments" | "credit" }) {
  const t = useTranslations("payments.tabs")
  return (
    <Tabs
      label={t("label")}
      tabs={[
        { href: "/payments", label: t("payments"), current: current === "payments" },
        { href: "/payments/credit", label: t("credit"), current: current === "credit" },
      ]}
    />
  )
}
