/** What EXPLAIN (ANALYZE, FORMAT JSON) says of a step, as far as it is judged here. */
export type Step = {
  "Node Type": string
  "Relation Name"?: string
  Alias?: string
  "Index Name"?: string
  "Index Cond"?: string
  "Actual Rows"?: number
  "Actual Loops"?: number
  Plans?: Step[]
}
export type Explained = { query: string; plan: Step }

/** What a page may sort: what shares a day or a number with its rows, never a firm's whole table. */
export const mostSorted = 300

export type Schema = {
  tables: Set<string>
  /** The tables of which the measured firm has so many rows that reading them all is seen. */
  large: Set<string>
  /** The first column of each index. */
  leads: Map<string, string>
}

/** What is wrong with how a statement was carried out, as sentences. */
export function objections({ plan }: Explained, { large, leads }: Schema): string[] {
  return stepsOf(plan).flatMap((step) => {
    const { "Node Type": kind, "Relation Name": table, "Index Name": index } = step
    if (kind === "Seq Scan" && large.has(table!)) return [`reads all of ${table}`]
    if (index && leads.get(index) !== "firm_id") return [`${index} does not lead with the firm`]
    if (index && !step["Index Cond"]?.includes("firm_id") && kind !== "Bitmap Heap Scan")
      return [`${index} is walked through for all firms`]
    if (kind.endsWith("Sort") && sorted(step) > mostSorted)
      return [`sorts ${sorted(step)} rows of ${tablesOf(step).join(", ")}`]
    return []
  })
}

const stepsOf = (step: Step): Step[] => [step, ...(step.Plans ?? []).flatMap(stepsOf)]

export const tablesOf = (step: Step) => [...new Set(stepsOf(step).flatMap((one) => one["Relation Name"] ?? []))]

// A sort below a limit tells the rows it gave; those it was given are its child's.
const sorted = ({ Plans: [input] = [] }: Step) => (input?.["Actual Rows"] ?? 0) * (input?.["Actual Loops"] ?? 1)
