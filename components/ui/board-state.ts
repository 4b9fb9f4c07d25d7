export type BoardCard = {
  id: string
  title: string
  href?: string
  /** Small print under the title: client, due date, owner. */
  meta?: string[]
  /** What the column's total adds up, as a decimal string. */
  amount?: string
  person?: string
}

export type BoardColumn = { id: string; label: string; cards: BoardCard[] }

export type BoardMove = {
  card: string
  to: string /** Place in the column, counted without the card. */
  index: number
}

export function columnOf(columns: BoardColumn[], card: string): BoardColumn | undefined {
  return columns.find(({ cards }) => cards.some(({ id }) => id === card))
}

export function applyMove(columns: BoardColumn[], { card, to, index }: BoardMove): BoardColumn[] {
  const moved = columnOf(columns, card)?.cards.find(({ id }) => id === card)
  if (!moved || !columns.some(({ id }) => id === to)) return columns
  return columns.map((column) => {
    const rest = column.cards.filter(({ id }) => id !== card)
    if (column.id !== to) return rest.length === column.cards.length ? column : { ...column, cards: rest }
    return { ...column, cards: rest.toSpliced(Math.max(0, Math.min(index, rest.length)), 0, moved) }
  })
}

/** Where an arrow key takes a card: up and down in its column, else to the neighbouring column at the same height. */
export function stepMove(columns: BoardColumn[], card: string, key: string): BoardMove | null {
  const at = columns.findIndex(({ cards }) => cards.some(({ id }) => id === card))
  const column = columns[at]
  if (!column) return null
  const index = column.cards.findIndex(({ id }) => id === card)
  if (key === "ArrowUp") return index > 0 ? { card, to: column.id, index: index - 1 } : null
  if (key === "ArrowDown") return index < column.cards.length - 1 ? { card, to: column.id, index: index + 1 } : null
  const next = columns[key === "ArrowLeft" ? at - 1 : key === "ArrowRight" ? at + 1 : -1]
  return next ? { card, to: next.id, index: Math.min(index, next.cards.length) } : null
}

/** The exact sum of decimal strings. */
export function sumOf(amounts: (string | undefined)[]): string {
  const places = 4
  const total = amounts.reduce((sum, amount) => sum + scaled(amount ?? "0", places), 0n)
  const digits = (total < 0n ? -total : total).toString().padStart(places + 1, "0")
  const text = `${digits.slice(0, -places)}.${digits.slice(-places)}`.replace(/(\.\d\d)\d*?0*$/, "$1")
  return total < 0n ? `-${text}` : text
}

function scaled(amount: string, places: number): bigint {
  const [whole = "0", rest = ""] = amount.replace("-", "").split(".")
  const value = BigInt(whole + rest.padEnd(places, "0").slice(0, places))
  return amount.startsWith("-") ? -value : value
}
