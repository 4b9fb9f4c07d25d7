const columns = [
  ["page", (row) => row.name],
  ["at once", (row) => String(row.concurrency)],
  ["req/s", (row) => number(row.rps)],
  ["p50", (row) => number(row.p50)],
  ["p95", (row) => number(row.p95)],
  ["p99", (row) => number(row.p99)],
  ["bytes", (row) => String(row.bytes ?? "-")],
  ["CPU ms", (row) => number(row.cpuMs, 2)],
  ["against", (row) => row.against ?? ""],
  ["ratio", (row) => (row.cpuRatio === null ? "" : number(row.cpuRatio, 2))],
  ["at most", (row) => (row.target === null ? "" : String(row.target))],
]

const number = (value, digits = 1) => (value === undefined ? "-" : value.toFixed(digits))

/** The rows as text, in columns. */
export function table(rows) {
  const lines = [columns.map(([title]) => title), ...rows.map((row) => columns.map(([, cell]) => cell(row)))]
  const widths = columns.map((_, i) => Math.max(...lines.map((line) => line[i].length)))
  return lines
    .map((line) =>
      line
        .map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i])))
        .join("  ")
        .trimEnd(),
    )
    .join("\n")
}
