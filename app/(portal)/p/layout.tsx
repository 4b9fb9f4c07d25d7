import "@/app/globals.css"
import { getTranslations } from "next-intl/server"
import type { ReactNode } from "react"
import { GuestFrame } from "@/components/navigation/guest-frame"
import { portalNav } from "@/components/navigation/workspace-nav"
import { NotificationBell } from "@/components/notifications/notification-bell"
import { PortalShell } from "@/components/shell/portal-shell"
import { Root } from "@/components/shell/root"
import { signOutAction } from "@/lib/domains/access/actions"
import { me } from "@/lib/domains/access/operations"
import { countOurUnreadNotifications } from "@/lib/domains/notifications/portal"
import { loadIfAllowed } from "@/lib/kernel/load"
import { currentSite } from "@/lib/platform/current-site"

export const dynamic = "force-dynamic"

/** Signed in, the portal's shell; with only a link (a proposal, a form), the firm's name and the page. */
export default async function PortalLayout({ children }: { children: ReactNode }) {
  const { firm } = await currentSite("portal")
  const person = await loadIfAllowed(me, {})
  const [nav, unread, t] = await Promise.all([
    person ? portalNav() : [],
    person ? loadIfAllowed(countOurUnreadNotifications, {}) : null,
    getTranslations("navigation.person"),
  ])
  return (
    <Root surface="portal" brand={{ accent: firm!.accent }}>
      {person ? (
        <PortalShell
          firm={firm!}
          person={person}
          nav={nav}
          personMenu={[
            { label: t("history"), href: "/history" },
            { label: t("sessions"), href: "/sessions" },
          ]}
          signOut={signOutAction}
          notifications={<NotificationBell unread={unread} of="portal" align="end" />}
        >
          {children}
        </PortalShell>
      ) : (
        <GuestFrame firm={firm!}>{children}</GuestFrame>
      )}
    </Root>
  )
}
