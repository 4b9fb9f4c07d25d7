"use client"

import { Ellipsis } from "lucide-react"
import Link from "next/link"
import { useTranslations } from "next-intl"
import { type ReactNode, useId } from "react"
import { Popup, PopupButton } from "./popup"

export type MenuEntry =
  | { label: string; href: string; icon?: ReactNode; hint?: string; danger?: boolean; download?: boolean }
  /** A server action in a form of its own, so it works without a script. */
  | {
      label: string
      action: (form: FormData) => void | Promise<void>
      values?: Record<string, string>
      icon?: ReactNode
      danger?: boolean
    }
  /** Opens a `Dialog` by its id. */
  | { label: string; dialog: string; icon?: ReactNode; danger?: boolean }
  | { line: true }
  | { heading: string }

type MenuProps = {
  entries: MenuEntry[]
  /** The button's content; without it three dots named `label`. */
  children?: ReactNode
  label?: string
  className?: string
  align?: "start" | "end"
}

export function Menu({ entries, children, label, className = "btn btn-secondary", align = "end" }: MenuProps) {
  const t = useTranslations("ui.action")
  const id = `menu${useId().replace(/\W/g, "")}`
  const name = label ?? t("more")
  return (
    <>
      <PopupButton
        target={id}
        className={children ? className : `${className} btn-icon`}
        title={children ? undefined : name}
      >
        {children ?? (
          <>
            <Ellipsis aria-hidden />
            <span className="sr-only">{name}</span>
          </>
        )}
      </PopupButton>
      <Popup id={id} label={name} align={align}>
        {entries.map((entry, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: entries have no identity of their own and don't move
          <Entry key={at} entry={entry} />
        ))}
      </Popup>
    </>
  )
}

function Entry({ entry }: { entry: MenuEntry }) {
  if ("line" in entry) return <hr className="menu-line" />
  if ("heading" in entry) return <p className="menu-label">{entry.heading}</p>
  const names = entry.danger ? "menu-item menu-danger" : "menu-item"
  const inside = (
    <>
      {entry.icon}
      {entry.label}
    </>
  )
  if ("href" in entry) {
    const hint = entry.hint && <span className="menu-hint">{entry.hint}</span>
    if (entry.download)
      return (
        <a className={names} href={entry.href} download>
          {inside}
          {hint}
        </a>
      )
    return (
      <Link className={names} href={entry.href} prefetch={false}>
        {inside}
        {hint}
      </Link>
    )
  }
  if ("dialog" in entry)
    return (
      <button type="button" className={names} commandfor={entry.dialog} command="show-modal">
        {inside}
      </button>
    )
  return (
    <form action={entry.action}>
      {Object.entries(entry.values ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" className={names} data-stay>
        {inside}
      </button>
    </form>
  )
}
