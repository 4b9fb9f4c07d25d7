"use client"

import { Search } from "lucide-react"
import dynamic from "next/dynamic"
import { useTranslations } from "next-intl"
import { useEffect, useState } from "react"
import { Kbd } from "../ui/kbd"
import { closeSheet, type NavGroup } from "./nav"

/** Something one can do from anywhere: leads to a page (“New invoice”) or opens a dialog of the shell. */
export type Command = { label: string; href: string; hint?: string } | { label: string; dialog: string; hint?: string }

type PaletteProps = { nav: NavGroup[]; commands?: Command[]; searchUrl?: string }

const load = () => import("./palette").then((module) => module.Palette)
const Palette = dynamic(load, { ssr: false })

/** Opens the command palette, which is loaded when first asked for. */
export function PaletteButton({ nav, commands = [], searchUrl }: PaletteProps) {
  const t = useTranslations("shell.palette")
  const [open, setOpen] = useState(false)

  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.metaKey || event.ctrlKey)) return
      event.preventDefault()
      setOpen((now) => !now)
    }
    document.addEventListener("keydown", pressed)
    return () => document.removeEventListener("keydown", pressed)
  }, [])

  return (
    <>
      <button
        type="button"
        className="palette-button"
        aria-haspopup="dialog"
        onPointerEnter={() => void load()}
        onClick={(event) => {
          closeSheet(event.currentTarget)
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
