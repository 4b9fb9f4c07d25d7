"use client"

import dynamic from "next/dynamic"
import type { BoardColumn } from "@/components/ui/board-state"
import { untouched } from "@/components/ui/form-state"
import { moveTaskAction } from "@/lib/domains/tasks/actions"

// Only who looks at the board loads what moves its cards.
const Board = dynamic(() => import("@/components/ui/board").then((module) => module.Board))

type TaskLanesProps = { columns: BoardColumn[]; label: string; readOnly: boolean }

export function TaskLanes({ columns, label, readOnly }: TaskLanesProps) {
  return (
    <Board
      columns={columns}
      label={label}
      readOnly={readOnly}
      move={async ({ card, to, index }) => {
        const form = new FormData()
        form.set("id", card)
        form.set("status", to)
        form.set("index", String(index))
        const { ok, message } = await moveTaskAction(untouched, form)
        return ok ? null : (message ?? "")
      }}
    />
  )
}
