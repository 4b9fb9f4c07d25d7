"use client"

import { useDraggable } from "@dnd-kit/core"
import { Ellipsis, GripVertical } from "lucide-react"
import Link from "next/link"
import { useLocale, useTranslations } from "next-intl"
import { useId } from "react"
import { Avatar } from "./avatar"
import type { BoardCard } from "./board-state"
import { formatMoney } from "./format"
import { Popup, PopupButton, WhileOpen } from "./popup"

type BoardTileProps = {
  card: BoardCard
  currency?: string
  draggable?: boolean
  lifted?: boolean
  /** Columns offered in the card's menu, for those who can't or won't drag. */
  targets?: { id: string; label: string }[]
  onSend?: (column: string) => void
  /** Alt with an arrow key on the card moves it one step without picking it up. */
  onStep?: (key: string) => void
}

export function BoardTile({ card, currency, draggable, lifted, targets = [], onSend, onStep }: BoardTileProps) {
  const t = useTranslations("ui.board")
  const locale = useLocale()
  const menu = `move${useId().replace(/\W/g, "")}`
  const { setNodeRef, setActivatorNodeRef, listeners, attributes, isDragging } = useDraggable({
    id: lifted ? `lifted:${card.id}` : card.id,
    disabled: !draggable,
  })
  const { id, title, href, meta = [], amount, person } = card
  return (
    <article
      ref={setNodeRef}
      className="board-card"
      data-id={id}
      data-dragging={isDragging || undefined}
      data-lifted={lifted || undefined}
      onMouseDown={listeners?.onMouseDown as React.MouseEventHandler | undefined}
      onTouchStart={listeners?.onTouchStart as React.TouchEventHandler | undefined}
      onKeyDown={(event) => {
        if (event.altKey && event.key.startsWith("Arrow")) {
          event.preventDefault()
          onStep?.(event.key)
        }
      }}
    >
      {href ? (
        <Link href={href} prefetch={false} className="board-title row-link" draggable={false}>
          {title}
        </Link>
      ) : (
        <span className="board-title">{title}</span>
      )}
      <div className="board-meta">
        {amount && currency && <span className="num">{formatMoney(locale, amount, currency, { short: true })}</span>}
        {meta.map((each) => (
          <span key={each}>{each}</span>
        ))}
        {person && (
          <span className="ms-auto" title={person}>
            <Avatar name={person} />
            <span className="sr-only">{person}</span>
          </span>
        )}
      </div>
      {draggable && (
        <div className="board-tools">
          <button
            type="button"
            ref={setActivatorNodeRef}
            {...attributes}
            aria-roledescription={t("draggable")}
            onKeyDown={listeners?.onKeyDown as React.KeyboardEventHandler | undefined}
            className="btn btn-ghost btn-sm btn-icon board-grip"
          >
            <GripVertical aria-hidden />
            <span className="sr-only">{t("drag", { name: title })}</span>
          </button>
          <PopupButton target={menu} className="btn btn-ghost btn-sm btn-icon">
            <Ellipsis aria-hidden />
            <span className="sr-only">{t("move", { name: title })}</span>
          </PopupButton>
          <Popup id={menu} label={t("move", { name: title })} align="end">
            <WhileOpen>
              <p className="menu-label">{t("moveTo")}</p>
              {targets.map((target) => (
                <button key={target.id} type="button" className="menu-item" onClick={() => onSend?.(target.id)}>
                  {target.label}
                </button>
              ))}
            </WhileOpen>
          </Popup>
        </div>
      )}
    </article>
  )
}
