"use client"

import { Search } from "lucide-react"
import dynamic from "next/dynamic"
import { useTranslations } from "next-intl"
import { useEffect, useState } from "react"
import { Kbd } from "../ui/kbd"
import type { NavGroup } from "./nav"

/** Something one can do from anywhere: leads to a page (“New invoice”) or opens a dialog of the shell. */
export type Command = { label: string; href: string; hint?: string } | { label: string; dialog: string; hint?: string }

type PaletteProps = { nav: NavGroup[]; commands?: Command[]; searchUrl?: string; quiet?: boolean }

const load = () => import("./palette").then((module) => module.Palette)
const Palette = dynamic(load, { ssr: false })

/** Opens the command palette, which is loaded when first asked for. `quiet` leaves ⌘K to the other button. */
export function PaletteButton({ nav, commands = [], searchUrl, quiet }: PaletteProps) {
  const t = useTranslations("shell.palette")
  const [open, setOpen] = useState(false)

  useEffect(() => {
    if (quiet) return
    const pressed = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.metaKey || event.ctrlKey)) return
      event.preventDefault()
      setOpen((now) => !now)
    }
    document.addEventListener("keydown", pressed)
    return () => document.removeEventListener("keydown", pressed)
  }, [quiet])

  return (
    <>
      <button
        type="button"
        className="palette-button"
        aria-haspopup="dialog"
        onPointerEnter={() => void load()}
        onClick={(event) => {
          event.currentTarget.closest("dialog")?.close()
          setOpen(true)
        }}
      >
        <Search aria-hidden />
        {t("open")}
        <span className="ms-auto flex gap-0.5" aria-hidden>
          <Kbd>⌘</Kbd>
          <Kbd>K</Kbd>
        </span>
      </button>
      {open && <Palette nav={nav} commands={commands} searchUrl={searchUrl} onClose={() => setOpen(false)} />}
    </>
  )
}
