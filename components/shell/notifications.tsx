"use client"

import { Bell } from "lucide-react"
import Link from "next/link"
import { useTranslations } from "next-intl"
import { useEffect, useState } from "react"
import { Popup, PopupButton, WhileOpen } from "../ui/popup"
import { When } from "../ui/when"

export type Notice = { id: string; text: string; createdAt: string; readAt: string | null }
type Asked = { notices?: Notice[]; failed?: boolean }

type NotificationsButtonProps = {
  unread: number
  /** Answers `{ data: Notice[] }`, the latest first; asked when the bell is opened. */
  url: string
  /** The rest, and all without a script; below it, each has its own address. */
  allHref: string
  align?: "start" | "end"
}

/** The bell: what others did. */
export function NotificationsButton({ unread, url, allHref, align }: NotificationsButtonProps) {
  const t = useTranslations("shell.notifications")
  return (
    <>
      <PopupButton target="notices" className="btn btn-ghost btn-icon bell" title={t("title")}>
        <Bell aria-hidden />
        <span className="sr-only">{t("unread", { count: unread })}</span>
        {unread > 0 && <i aria-hidden>{unread > 99 ? "99+" : unread}</i>}
      </PopupButton>
      <Popup id="notices" label={t("title")} align={align}>
        <WhileOpen>
          {/* What rings while it is open is asked for again. */}
          <Notices key={unread} url={url} hrefOf={(id) => `${allHref}/${id}`} />
          <hr className="menu-line" />
        </WhileOpen>
        <Link href={allHref} prefetch={false} className="menu-item">
          {t("all")}
        </Link>
      </Popup>
    </>
  )
}

function Notices({ url, hrefOf }: { url: string; hrefOf: (id: string) => string }) {
  const t = useTranslations("shell.notifications")
  const { notices, failed } = useNotices(url)
  if (failed) return <p className="menu-label">{t("failed")}</p>
  if (!notices) return <p className="menu-label">{t("loading")}</p>
  if (notices.length === 0) return <p className="menu-label">{t("none")}</p>
  return notices.map(({ id, text, createdAt, readAt }) => (
    <Link
      key={id}
      href={hrefOf(id)}
      prefetch={false}
      className="menu-item notice"
      data-unread={readAt === null || undefined}
    >
      <span>
        {readAt === null && <span className="sr-only">{t("new")} </span>}
        {text}
      </span>
      <small>
        <When at={createdAt} />
      </small>
    </Link>
  ))
}

function useNotices(url: string): Asked {
  const [asked, setAsked] = useState<Asked>({})
  useEffect(() => {
    const abort = new AbortController()
    fetch(url, { signal: abort.signal })
      .then(async (answer) => {
        if (!answer.ok) throw new Error(answer.statusText)
        setAsked({ notices: ((await answer.json()) as { data: Notice[] }).data })
      })
      .catch(() => abort.signal.aborted || setAsked({ failed: true }))
    return () => abort.abort()
  }, [url])
  return asked
}
