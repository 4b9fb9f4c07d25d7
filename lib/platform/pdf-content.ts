export type Block =
  | { kind: "heading"; text: string }
  | { kind: "paragraph"; text: string }
  | { kind: "list"; items: string[]; numbered?: boolean }
  | { kind: "facts"; facts: Fact[] }

export type Fact = [label: string, value: string]

export interface Column {
  label: string
  /** Numbers and amounts stand at the end, figures under figures. */
  align?: "start" | "end"
  /** How much of the width it takes, against the other columns' shares; 1 unless said. */
  share?: number
}

/** A cell is its text, or a text with smaller words below it. */
export type Cell = string | { text: string; note: string }

/** A business document; every text arrives ready for the reader's language. */
export interface DocumentContent {
  brand: {
    name: string
    accent: string
    /** Where the storage has the logo; it is fetched when the paper is made. */
    logoKey?: string | null
    logo?: { data: Uint8Array; format: "png" | "jpg" }
    lines?: string[]
  }
  title: string
  number?: string
  /** A word beside the title, such as "Paid". */
  status?: string
  parties?: { label: string; lines: string[] }[]
  facts?: Fact[]
  /** Before the table. */
  sections?: Block[]
  table?: { columns: Column[]; rows: Cell[][] }
  totals?: { label: string; value: string; strong?: boolean }[]
  /** After the table. */
  notes?: Block[]
  footer: string[]
  locale: string
  /** The document's date: the same content and date give the same bytes. */
  date: Date
  /** By the locale's region unless said. */
  paper?: "A4" | "LETTER"
}
