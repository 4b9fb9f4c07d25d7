"use client"

import { Autocomplete } from "@base-ui/react/autocomplete"
import { CornerDownLeft, Search } from "lucide-react"
import { useRouter } from "next/navigation"
import { useTranslations } from "next-intl"
import { useEffect, useMemo, useRef, useState } from "react"
import { useResults } from "../ui/use-results"
import type { NavGroup } from "./nav"
import { NavIcon } from "./nav-icon"
import type { Command } from "./palette-button"
import { type Found, groupsFor, type PaletteItem } from "./palette-items"
import { recentItems, rememberItem } from "./palette-recent"

type PaletteProps = { nav: NavGroup[]; commands: Command[]; searchUrl?: string; onClose: () => void }

/** Go to, find, do. */
export function Palette({ nav, commands, searchUrl, onClose }: PaletteProps) {
  const t = useTranslations("shell.palette")
  const router = useRouter()
  const dialog = useRef<HTMLDialogElement>(null)
  const [query, setQuery] = useState("")
  const found = useResults<Found>(searchUrl, query)
  const titles = { recent: t("recent"), actions: t("actions"), go: t("go"), find: t("find") }
  const recent = useMemo(recentItems, [])
  const groups = groupsFor({ query, nav, commands, recent, found: found.results, titles })

  useEffect(() => dialog.current?.showModal(), [])

  const choose = (item: PaletteItem) => {
    rememberItem(item)
    dialog.current?.close()
    if (item.dialog) document.querySelector<HTMLDialogElement>(`#${CSS.escape(item.dialog)}`)?.showModal()
    else if (item.href) router.push(item.href)
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: escape closes it; the click is for the backdrop
    <dialog
      ref={dialog}
      className="dialog palette"
      aria-label={t("title")}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && dialog.current.close()}
    >
      <Autocomplete.Root
        open
        inline
        items={groups}
        mode="none"
        autoHighlight="always"
        keepHighlight
        value={query}
        onValueChange={setQuery}
        itemToStringValue={(item: PaletteItem) => item.label}
      >
        <div className="palette-input">
          {found.pending ? <span className="spinner" aria-hidden /> : <Search aria-hidden />}
          <Autocomplete.Input placeholder={t("placeholder")} aria-label={t("hint")} autoFocus />
        </div>
        <Autocomplete.List className="palette-list">
          {(group: (typeof groups)[number]) => (
            <Autocomplete.Group key={group.value} items={group.items}>
              <Autocomplete.GroupLabel className="menu-label">{group.value}</Autocomplete.GroupLabel>
              <Autocomplete.Collection>
                {(item: PaletteItem) => (
                  <Autocomplete.Item key={item.key} value={item} className="menu-item" onClick={() => choose(item)}>
                    <NavIcon name={item.icon} />
                    <span className="truncate">{item.label}</span>
                    {item.hint && <span className="menu-hint truncate">{item.hint}</span>}
                    <CornerDownLeft aria-hidden className="palette-enter" />
                  </Autocomplete.Item>
                )}
              </Autocomplete.Collection>
            </Autocomplete.Group>
          )}
        </Autocomplete.List>
        <Autocomplete.Status className="palette-status">
          {found.pending && t("searching")}
          {found.failed && t("failed")}
          {!found.pending && groups.length === 0 && t("none", { query })}
        </Autocomplete.Status>
      </Autocomplete.Root>
    </dialog>
  )
}
