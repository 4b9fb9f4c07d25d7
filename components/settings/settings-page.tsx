import { getTranslations } from "next-intl/server"
import type { ReactNode } from "react"
import { permitted } from "@/components/navigation/permitted"
import { Page } from "@/components/shell/page"
import { Tabs } from "@/components/ui/tabs"
import type { Permission } from "@/lib/kernel/permissions"

const tabs = [
  { key: "general", href: "/settings", needs: "firm:read" },
  { key: "portal", href: "/settings/portal", needs: "firm:read" },
  { key: "payments", href: "/settings/payments", needs: "payments:read" },
  { key: "apiKeys", href: "/settings/api-keys", needs: "keys:manage" },
  { key: "jobs", href: "/settings/jobs", needs: "jobs:manage" },
] as const satisfies { key: string; href: string; needs: Permission }[]

/** A page of the settings, with the way to the others. */
export async function SettingsPage({
  current,
  children,
}: {
  current: (typeof tabs)[number]["key"]
  children: ReactNode
}) {
  const [t, can] = await Promise.all([getTranslations("settings"), permitted()])
  return (
    <Page
      title={t("title")}
      width="narrow"
      tabs={
        <Tabs
          label={t("tabs.label")}
          tabs={tabs
            .filter(({ needs }) => can(needs))
            .map(({ key, href }) => ({ href, label: t(`tabs.${key}`), current: key === current }))}
        />
      }
    >
      {children}
    </Page>
  )
}
