import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { owner } from "./database"

const zones = "AM PM UTC GMT EST EDT"
const brand = "ConsultantPro"

/** Answers whether a text is data: what is in the database, or what the browser writes by itself, such as a month. */
export async function dataTeller(): Promise<(text: string) => boolean> {
  const [values, written] = [await databaseTexts(), writtenWords()]
  const isKnown = (text: string): boolean => {
    const trimmed = text.trim()
    if (!/\p{Script=Latin}{2}/u.test(trimmed) || values.has(trimmed) || isAddress(trimmed)) return true
    const cuts = [...trimmed.matchAll(separators)]
    const isCutRight = ({ index, 0: cut }: RegExpExecArray) =>
      isKnown(trimmed.slice(0, index)) && isKnown(trimmed.slice(index + cut.length))
    if (cuts.some(isCutRight)) return true
    return trimmed.split(/[^\p{L}]+/u).every((word) => word.length < 2 || written.has(word.toLowerCase()))
  }
  return isKnown
}

// An account has its number before its name.
const separators = /\s*·\s*|,\s|:\s|\s[–—→×/+]\s|[()“”"\n]|(?<=^\d{4})\s/g
const isAddress = (text: string) => (!/\s/.test(text) && /[@./_+#]/.test(text)) || zoneNames.has(text)
const zoneNames = new Set(
  Intl.supportedValuesOf("timeZone").flatMap((zone) => {
    const words = zone.replaceAll("_", " ")
    return [words, words.split("/").slice(1).join(", ")]
  }),
)

/** Every string of every row, and each of its lines, but no status or other code: those have to be translated. */
async function databaseTexts(): Promise<Set<string>> {
  const db = owner()
  const tables = await db<{ name: string }[]>`
    select table_schema || '.' || table_name as name from information_schema.tables where table_type = 'BASE TABLE'
      and table_schema not in ('pg_catalog', 'information_schema', 'graphile_worker')`
  const hosts = await db<{ subdomain: string }[]>`select subdomain from firms`
  const labels = await db<{ label: string }[]>`select enumlabel as label from pg_enum`
  const codes = new Set([...labels.map(({ label }) => label), ...catalogue().flatMap(keysOf)])
  const texts = new Set([brand, ...hosts.map(({ subdomain }) => subdomain)])
  for (const { name } of tables) {
    const rows = await db<{ text: string }[]>`select distinct found #>> '{}' as text from ${db(name)} r,
      jsonb_path_query(to_jsonb(r), '$.** ? (@.type() == "string")') found`
    for (const { text } of rows)
      for (const one of [text, ...text.split("\n")]) {
        const bare = one.replace(/^[#\-*>\s]+|\*\*/g, "").trim()
        if (!codes.has(bare)) texts.add(one.trim()).add(bare)
      }
  }
  return texts
}

const folder = "messages/en"
const catalogue = (): object[] =>
  readdirSync(folder).map((file) => JSON.parse(readFileSync(join(folder, file), "utf8")))
const keysOf = (tree: object): string[] =>
  Object.entries(tree).flatMap(([key, value]) => [key, ...(typeof value === "object" && value ? keysOf(value) : [])])

/** What Intl writes in English where a page writes a day, an amount, a country or a currency. */
function writtenWords(): Set<string> {
  const days = Array.from({ length: 365 }, (_, day) => new Date(Date.UTC(2026, 0, day + 1, 12)))
  const dates = (["long", "short"] as const).flatMap((length) =>
    days.flatMap((day) => [
      day.toLocaleString("en", { month: length, timeZone: "UTC" }),
      day.toLocaleString("en", { weekday: length, timeZone: "UTC" }),
    ]),
  )
  const units = ["year", "quarter", "month", "week", "day", "hour", "minute", "second"] as const
  const styles = ["long", "short", "narrow"] as const
  const relative = units.flatMap((unit) =>
    styles.flatMap((style) =>
      [-2, -1, 0, 1, 2].flatMap((count) =>
        (["auto", "always"] as const).map((numeric) =>
          new Intl.RelativeTimeFormat("en", { style, numeric }).format(count, unit),
        ),
      ),
    ),
  )
  const currencies = Intl.supportedValuesOf("currency")
  const names = currencies.map((code) => new Intl.DisplayNames("en", { type: "currency" }).of(code)!)
  const english = new Intl.DisplayNames("en", { type: "language" }).of("en")
  const words = [english, ...dates, ...relative, ...currencies, ...names, zones].join(" ").split(/[^\p{L}]+/u)
  return new Set(words.map((word) => word.toLowerCase()))
}
