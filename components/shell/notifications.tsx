import { Bell } from "lucide-react"
import Link from "next/link"
import { getTranslations } from "next-intl/server"
import { Popup, PopupButton, WhileOpen } from "../ui/popup"
import { When } from "../ui/when"

export type Notice = { id: string; text: string; href: string; at: string; unread: boolean }

/** The bell: what others did. `notices` are the latest few; the rest, and all without a script, is at `allHref`. */
export async function NotificationsButton({
  unread,
  notices,
  allHref,
  align,
}: {
  unread: number
  notices: Notice[]
  allHref: string
  align?: "start" | "end"
}) {
  const t = await getTranslations("shell.notifications")
  return (
    <>
      <PopupButton target="notices" className="btn btn-ghost btn-icon bell" title={t("title")}>
        <Bell aria-hidden />
        <span className="sr-only">{t("unread", { count: unread })}</span>
        {unread > 0 && <i aria-hidden>{unread > 99 ? "99+" : unread}</i>}
      </PopupButton>
      <Popup id="notices" label={t("title")} align={align}>
        <WhileOpen>
          {notices.length === 0 && <p className="menu-label">{t("none")}</p>}
          {notices.map(({ id, text, href, at, unread: fresh }) => (
            <Link key={id} href={href} prefetch={false} className="menu-item notice" data-unread={fresh || undefined}>
              <span>
                {fresh && <span className="sr-only">{t("new")} </span>}
                {text}
              </span>
              <small>
                <When at={at} />
              </small>
            </Link>
          ))}
          <hr className="menu-line" />
        </WhileOpen>
        <Link href={allHref} prefetch={false} className="menu-item">
          {t("all")}
        </Link>
      </Popup>
    </>
  )
}
