"use client"

import dynamic from "next/dynamic"
import { type BoardColumn, columnOf } from "@/components/ui/board-state"
import { untouched } from "@/components/ui/form-state"
import { moveProjectAction } from "@/lib/domains/projects/actions"

// Only who looks at the board loads what moves its cards.
const Board = dynamic(() => import("@/components/ui/board").then((module) => module.Board))

type ProjectLanesProps = { columns: BoardColumn[]; label: string; readOnly: boolean }

/** Moving a card changes the project's status; within a column projects keep the list's order. */
export function ProjectLanes({ columns, label, readOnly }: ProjectLanesProps) {
  return (
    <Board
      columns={columns}
      label={label}
      readOnly={readOnly}
      move={async ({ card, to }) => {
        if (columnOf(columns, card)?.id === to) return null
        const form = new FormData()
        form.set("id", card)
        form.set("status", to)
        const { ok, message } = await moveProjectAction(untouched, form)
        return ok ? null : (message ?? "")
      }}
    />
  )
}
