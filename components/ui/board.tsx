"use client"

import {
  type Announcements,
  DndContext,
  type DragEndEvent,
  DragOverlay,
  KeyboardSensor,
  MouseSensor,
  TouchSensor,
  useSensor,
  useSensors,
} from "@dnd-kit/core"
import { useTranslations } from "next-intl"
import { type CSSProperties, startTransition, useId, useOptimistic, useState } from "react"
import { boardKeys, nearestPlace } from "./board-keys"
import { BoardLane } from "./board-lane"
import { applyMove, type BoardColumn, type BoardMove, columnOf } from "./board-state"
import { BoardTile } from "./board-tile"
import { showToast } from "./toast-store"

type BoardProps = {
  columns: BoardColumn[]
  label: string
  /** A server action; answers null when done, else why not. The page's data is expected to be fresh afterwards. */
  move: (move: BoardMove) => Promise<string | null>
  /** Of the amounts; without it columns show no total. */
  currency?: string
  readOnly?: boolean
}

/** Columns of cards moved by mouse, touch, keyboard or each card's menu; shown at once, put back when refused. */
export function Board({ columns, label, move, currency, readOnly }: BoardProps) {
  const t = useTranslations("ui.board")
  const id = useId()
  const [shown, moveOnScreen] = useOptimistic(columns, applyMove)
  const [lifted, setLifted] = useState<string | null>(null)
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 4 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 180, tolerance: 8 } }),
    useSensor(KeyboardSensor, { coordinateGetter: boardKeys }),
  )
  const nameOf = (card: string) => columnOf(shown, card)?.cards.find((each) => each.id === card)?.title ?? ""
  const columnName = (place: string | undefined) =>
    shown.find((column) => place?.startsWith(`${column.id}:`))?.label ?? ""

  const carryOut = (to: BoardMove) =>
    startTransition(async () => {
      moveOnScreen(to)
      const refusal = await move(to).catch(() =>
        t("failed", { name: nameOf(to.card), column: columnOf(columns, to.card)?.label ?? "" }),
      )
      if (refusal) showToast({ message: refusal, tone: "danger" })
    })

  const drop = ({ active, over }: DragEndEvent) => {
    setLifted(null)
    const place = over?.data.current as { column: string; index: number } | undefined
    if (!place) return
    const card = String(active.id)
    const from = columnOf(shown, card)
    const at = from?.cards.findIndex((each) => each.id === card) ?? -1
    const index = from?.id === place.column && at < place.index ? place.index - 1 : place.index
    if (from?.id !== place.column || index !== at) carryOut({ card, to: place.column, index })
  }

  const announcements: Announcements = {
    onDragStart: ({ active }) => t("lifted", { name: nameOf(String(active.id)) }),
    onDragOver: ({ active, over }) =>
      over ? t("over", { name: nameOf(String(active.id)), column: columnName(String(over.id)) }) : undefined,
    onDragEnd: ({ active, over }) =>
      over
        ? t("dropped", { name: nameOf(String(active.id)), column: columnName(String(over.id)) })
        : t("returned", { name: nameOf(String(active.id)) }),
    onDragCancel: ({ active }) => t("returned", { name: nameOf(String(active.id)) }),
  }

  const carried = lifted ? columnOf(shown, lifted)?.cards.find((card) => card.id === lifted) : undefined
  return (
    <DndContext
      id={id}
      sensors={readOnly ? [] : sensors}
      collisionDetection={nearestPlace}
      accessibility={{ announcements, screenReaderInstructions: { draggable: t("dragHelp") } }}
      onDragStart={({ active }) => setLifted(String(active.id))}
      onDragEnd={drop}
      onDragCancel={() => setLifted(null)}
    >
      <section className="board" aria-label={label} style={{ "--columns": columns.length } as CSSProperties}>
        {shown.map((column) => (
          <BoardLane
            key={column.id}
            column={column}
            columns={shown}
            currency={currency}
            readOnly={readOnly}
            dragging={lifted !== null}
            onMove={carryOut}
          />
        ))}
      </section>
      <DragOverlay dropAnimation={null}>
        {carried && <BoardTile card={carried} currency={currency} lifted />}
      </DragOverlay>
    </DndContext>
  )
}
