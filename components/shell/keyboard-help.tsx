"use client"

import { useTranslations } from "next-intl"
import { useEffect } from "react"
import { Dialog } from "../ui/dialog"
import { Kbd } from "../ui/kbd"
import { isTyping } from "../ui/table-keys"

const id = "keyboard-help"

/** Opened by `?`. */
export function KeyboardHelp() {
  const t = useTranslations("shell.keys")
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const dialog = document.getElementById(id)
      if (event.key !== "?" || isTyping(event) || !(dialog instanceof HTMLDialogElement) || dialog.open) return
      dialog.showModal()
    }
    document.addEventListener("keydown", pressed)
    return () => document.removeEventListener("keydown", pressed)
  }, [])

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
