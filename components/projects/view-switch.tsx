"use client"

import { Columns3, Rows3 } from "lucide-react"
import Link from "next/link"
import { useSearchParams } from "next/navigation"
import { searchHref } from "@/components/ui/search-href"

const icons = { list: Rows3, board: Columns3 }

type ViewSwitchProps = { label: string; view: "list" | "board"; words: { list: string; board: string } }

/** List or board: a place each, with search and filters kept. */
export function ViewSwitch({ label, view, words }: ViewSwitchProps) {
  const params = useSearchParams().toString()
  return (
    <nav className="flex gap-1" aria-label={label}>
      {(["list", "board"] as const).map((name) => {
        const Icon = icons[name]
        return (
          <Link
            key={name}
            className={`btn btn-sm ${name === view ? "btn-secondary" : "btn-ghost"}`}
            href={searchHref(params, { view: name === "list" ? null : name, cursor: null })}
            aria-current={name === view ? "page" : undefined}
            prefetch={false}
            scroll={false}
          >
            <Icon aria-hidden />
            {words[name]}
          </Link>
        )
      })}
    </nav>
  )
}
