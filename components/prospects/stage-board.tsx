"use client"

import dynamic from "next/dynamic"
import { useRouter } from "next/navigation"
import type { BoardColumn, BoardMove } from "@/components/ui/board-state"
import { untouched } from "@/components/ui/form-state"
import { changeProspectAction } from "@/lib/domains/prospects/actions"

// Only who looks at the board loads what moves its cards.
const Board = dynamic(() => import("@/components/ui/board").then((module) => module.Board))

type StageBoardProps = { columns: BoardColumn[]; label: string; readOnly: boolean }

/** Moves a prospect to another stage. Losing needs a reason and winning a client: those are asked for on the record. */
export function StageBoard({ columns, label, readOnly }: StageBoardProps) {
  const router = useRouter()
  async function move({ card, to }: BoardMove) {
    if (columns.find(({ id }) => id === to)?.cards.some(({ id }) => id === card)) return null
    if (to === "lost" || to === "won") {
      router.push(`/prospects/${card}?open=${to}`)
      return null
    }
    const form = new FormData()
    form.set("id", card)
    form.set("stage", to)
    const { ok, message, fields } = await changeProspectAction(untouched, form)
    return ok ? null : (Object.values(fields).flat()[0] ?? message ?? "")
  }
  return <Board columns={columns} label={label} move={move} readOnly={readOnly} />
}
