"use client"

import { useDroppable } from "@dnd-kit/core"
import { useLocale, useTranslations } from "next-intl"
import { Fragment } from "react"
import { type BoardColumn, type BoardMove, stepMove, sumOf } from "./board-state"
import { BoardTile } from "./board-tile"
import { formatMoney } from "./format"

type BoardLaneProps = {
  column: BoardColumn
  columns: BoardColumn[]
  currency?: string
  readOnly?: boolean
  dragging: boolean
  onMove: (move: BoardMove) => void
}

export function BoardLane({ column, columns, currency, readOnly, dragging, onMove }: BoardLaneProps) {
  const t = useTranslations("ui.board")
  const locale = useLocale()
  const { setNodeRef, over } = useDroppable({ id: `lane:${column.id}`, disabled: !dragging })
  const hovered = over?.data.current?.column === column.id
  const total =
    currency && formatMoney(locale, sumOf(column.cards.map(({ amount }) => amount)), currency, { short: true })
  const others = columns.filter(({ id }) => id !== column.id)
  return (
    <section
      ref={setNodeRef}
      className="board-column"
      data-over={(dragging && hovered) || undefined}
      aria-label={column.label}
    >
      <header>
        <h2>{column.label}</h2>
        <span title={t("cards", { count: column.cards.length })}>{column.cards.length}</span>
        {total && <span>{total}</span>}
      </header>
      <ul>
        {column.cards.map((card, index) => (
          <Fragment key={card.id}>
            <Place column={column.id} index={index} dragging={dragging} />
            <li>
              <BoardTile
                card={card}
                currency={currency}
                draggable={!readOnly}
                targets={readOnly ? [] : others}
                onSend={(to) =>
                  onMove({ card: card.id, to, index: columns.find(({ id }) => id === to)?.cards.length ?? 0 })
                }
                onStep={(key) => {
                  const step = stepMove(columns, card.id, key)
                  if (step) onMove(step)
                }}
              />
            </li>
          </Fragment>
        ))}
        <Place column={column.id} index={column.cards.length} dragging={dragging} />
        {column.cards.length === 0 && !dragging && <li className="board-empty">{t("empty")}</li>}
      </ul>
    </section>
  )
}

/** A gap in which a card can be dropped; without height until one is carried over it. */
function Place({ column, index, dragging }: { column: string; index: number; dragging: boolean }) {
  const { setNodeRef, isOver } = useDroppable({
    id: `${column}:${index}`,
    data: { column, index },
    disabled: !dragging,
  })
  return <li ref={setNodeRef} className="board-place" data-over={isOver || undefined} aria-hidden />
}
