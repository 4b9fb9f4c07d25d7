"use client"

import { useTranslations } from "next-intl"
import { useEffect, useRef, useState } from "react"
import { Dialog } from "../ui/dialog"
import { Kbd } from "../ui/kbd"
import { isTyping } from "../ui/table-keys"

const id = "keyboard-help"

/** Opened by `?`; until then it isn't there. */
export function KeyboardHelp() {
  const [asked, setAsked] = useState(0)
  const here = useRef<HTMLSpanElement>(null)

  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key === "?" && !isTyping(event)) setAsked((times) => times + 1)
    }
    document.addEventListener("keydown", pressed)
    return () => document.removeEventListener("keydown", pressed)
  }, [])

  useEffect(() => {
    const dialog = here.current?.querySelector("dialog")
    if (asked > 0 && dialog && !dialog.open) dialog.showModal()
  }, [asked])

  return (
    <span className="contents" ref={here}>
      {asked > 0 && <Shortcuts />}
    </span>
  )
}

function Shortcuts() {
  const t = useTranslations("shell.keys")
  return (
    <Dialog id={id} title={t("title")}>
      <div className="grid gap-5">
        <Keys
          title={t("anywhere")}
          keys={[
            [["⌘", "K"], t("palette")],
            [["?"], t("help")],
            [["esc"], t("close")],
          ]}
        />
        <Keys
          title={t("lists")}
          keys={[
            [["j"], t("down")],
            [["k"], t("up")],
            [["↵"], t("open")],
            [["x"], t("select")],
            [["/"], t("searchList")],
          ]}
        />
        <Keys title={t("forms")} keys={[[["⌘", "↵"], t("save")]]} />
      </div>
    </Dialog>
  )
}

function Keys({ title, keys }: { title: string; keys: [string[], string][] }) {
  return (
    <section>
      <h3 className="mb-2 text-xs text-muted">{title}</h3>
      <dl className="grid gap-1.5 text-sm">
        {keys.map(([combination, meaning]) => (
          <div key={meaning} className="flex items-center justify-between">
            <dt className="order-2 flex gap-1">
              {combination.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
