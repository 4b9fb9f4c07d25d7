import { hueOf, initialsOf } from "./avatar"
import type { Vocabulary } from "./badge"
import { dayIn, formatDay, formatHours, formatMoment, formatMoney, formatNumber, formatRelative } from "./format"
import { statusClass } from "./tone"

/** A value, or [value, second line]; for money [amount, currency]; for due [day, "done"] once it no longer matters. */
export type Cell = string | number | boolean | null | [string | number | null, string | null]

export type Column = {
  key: string
  label: string
  kind?:
    | "text"
    | "number"
    | "money"
    | "hours"
    | "day"
    | "due"
    | "when"
    | "moment"
    | "status"
    | "person"
    | "tags"
    | "code"
  /** The field's name in `?sort=`; without it the column can't be sorted by. */
  sort?: string
  vocabulary?: Vocabulary
  /** Money's currency when the cell has none of its own. */
  currency?: string
  muted?: boolean
  /** Its place on a phone's card: at the end of the first line, below it (the default), below it with its heading, or nowhere. */
  phone?: "end" | "line" | "named" | "hide"
  width?: string
}

export type Reading = { locale: string; timeZone: string; now: Date }

const ends = new Set(["number", "money", "hours"])

export const alignsEnd = (column: Column) => ends.has(column.kind ?? "text")

/** Plain calls that answer elements, not components: a page of 50 rows has some 400 cells. */
export function cellContent(column: Column, cell: Cell, reading: Reading): React.ReactNode {
  const [value, extra] = Array.isArray(cell) ? cell : [cell, null]
  if (value === null || value === "") return null
  const { locale, timeZone, now } = reading
  switch (column.kind) {
    case "number":
      return formatNumber(locale, value as string | number)
    case "money":
      return formatMoney(locale, value as string, extra ?? column.currency ?? "EUR")
    case "hours":
      return formatHours(locale, value as string)
    case "day":
      return formatDay(locale, String(value))
    case "due":
      return dueDay(String(value), extra === "done", reading)
    case "when":
      return (
        <span title={formatMoment(locale, new Date(String(value)), timeZone)}>
          {formatRelative(locale, new Date(String(value)), now, timeZone)}
        </span>
      )
    case "moment":
      return formatMoment(locale, new Date(String(value)), timeZone)
    case "status":
      return statusCell(String(value), column.vocabulary)
    case "person":
      return personCell(String(value))
    case "code":
      return <code>{String(value)}</code>
    case "tags":
      return String(value)
        .split(",")
        .map((tag) => (
          <span key={tag} className="badge">
            {tag}
          </span>
        ))
    default:
      return extra ? (
        <>
          {value}
          <small>{extra}</small>
        </>
      ) : (
        String(value)
      )
  }
}

/** A day by which something should be done: past days are told by weight, colour and an icon. */
function dueDay(day: string, done: boolean, { locale, timeZone, now }: Reading) {
  const text = formatDay(locale, day)
  return done || day >= dayIn(now, timeZone) ? text : <span className="late status i-danger">{text}</span>
}

function statusCell(code: string, vocabulary: Vocabulary | undefined) {
  const { label, tone } = vocabulary?.[code] ?? { label: code, tone: "neutral" as const }
  return <span className={statusClass(tone)}>{label}</span>
}

function personCell(name: string) {
  return (
    <span className="person">
      <span aria-hidden className={`avatar h${hueOf(name)}`}>
        {initialsOf(name)}
      </span>
      {name}
    </span>
  )
}
