import { Text, View } from "@react-pdf/renderer"
import type { Cell, Column, DocumentContent } from "./pdf-content"
import { ink, line, placed, style } from "./pdf-style"

/** Rows under a header that comes again on every page. */
export function Table({ columns, rows }: NonNullable<DocumentContent["table"]>) {
  return (
    <View style={{ marginTop: 14 }}>
      <View fixed style={[style.row, { paddingBottom: 5, borderBottomWidth: 1, borderBottomColor: ink }]}>
        {placed(columns).map(({ item: column, place, key }) => (
          <View key={key} style={box(column, place)}>
            <Text style={[style.label, { marginBottom: 0, textAlign: column.align === "end" ? "right" : "left" }]}>
              {column.label}
            </Text>
          </View>
        ))}
      </View>
      {placed(rows).map(({ item: row, key }) => (
        <View
          key={key}
          wrap={row.some((cell) => textOf(cell).length > 1500)}
          style={[style.row, { paddingVertical: 7, borderBottomWidth: 0.75, borderBottomColor: line }]}
        >
          {placed(columns).map(({ item: column, place, key }) => (
            <View key={key} style={box(column, place)}>
              <OneCell cell={row[place] ?? ""} column={column} />
            </View>
          ))}
        </View>
      ))}
    </View>
  )
}

const textOf = (cell: Cell = "") => (typeof cell === "string" ? cell : `${cell.text} ${cell.note}`)
const box = ({ share = 1 }: Column, index: number) => ({ flex: share, paddingLeft: index ? 12 : 0 })

function OneCell({ cell, column }: { cell: Cell; column: Column }) {
  const { text, note } = typeof cell === "string" ? { text: cell, note: "" } : cell
  const look =
    column.align === "end" ? [style.figures, { textAlign: "right" as const }] : [{ fontWeight: 500 as const }]
  return (
    <>
      <Text style={look}>{text}</Text>
      {note ? <Text style={[style.note, { textAlign: column.align === "end" ? "right" : "left" }]}>{note}</Text> : null}
    </>
  )
}

/** The sums at the end of the table, the strong one being what it comes to. */
export function Totals({ totals, accent }: { totals: NonNullable<DocumentContent["totals"]>; accent: string }) {
  return (
    <View wrap={false} style={{ alignSelf: "flex-end", width: "46%", marginTop: 8 }}>
      {placed(totals).map(({ item: { label, value, strong }, key }) => (
        <View
          key={key}
          style={[
            style.apart,
            { alignItems: "baseline", gap: 12, paddingVertical: strong ? 7 : 3 },
            strong ? { marginTop: 4, borderTopWidth: 1, borderTopColor: ink } : {},
          ]}
        >
          <Text style={strong ? style.strong : style.soft}>{label}</Text>
          <Text
            style={[style.figures, strong ? { fontSize: 14, lineHeight: 1.3, fontWeight: 600, color: accent } : {}]}
          >
            {value}
          </Text>
        </View>
      ))}
    </View>
  )
}
