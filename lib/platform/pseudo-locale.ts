const accents: Record<string, string> = {
  ...Object.fromEntries([..."aeiouycnsz"].map((letter, at) => [letter, [..."áéíóúýçñšž"][at]!])),
  ...Object.fromEntries([..."AEIOUYCNSZ"].map((letter, at) => [letter, [..."ÁÉÍÓÚÝÇÑŠŽ"][at]!])),
}

type Tree = { [key: string]: string | Tree | unknown[] }

/** A catalogue in accented, 40 % longer English, bracketed: what overflows or shows no brackets is a fault. */
export function pseudoLocalise<T extends Tree>(messages: T): T {
  const entries = Object.entries(messages).map(([key, value]) => [
    key,
    typeof value === "string" ? pseudo(value) : Array.isArray(value) ? pseudoCompiled(value) : pseudoLocalise(value),
  ])
  return Object.fromEntries(entries)
}

/** Languages that nobody speaks, by the names that CLDR gives them: accented English, and the same from right to left. */
const pseudoLocales = ["en-XA", "ar-XB"]

export const isPseudoLocale = (value: string | undefined): value is string =>
  value !== undefined && pseudoLocales.includes(value)

function pseudo(message: string): string {
  return `⟦${accentText(message)}${padding(message.replace(/\{.*\}/gs, "").length)}⟧`
}

/** 40 % of the length, in words that a line can break between. */
const padding = (length: number) => "·".repeat(Math.ceil(length * 0.4)).replace(/.{8}(?=.)/g, "$& ")

/** Letters of ICU arguments and of rich-text tags are code and stay; texts inside plural branches are accented. */
function accentText(message: string): string {
  let out = ""
  const branches: boolean[] = []
  for (let at = 0; at < message.length; at++) {
    const char = message[at]!
    if (char === "{") {
      const opensBranch = branches.length > 0 && !branches.at(-1)
      branches.push(opensBranch)
    } else if (char === "}") branches.pop()
    const end = char === "<" ? message.indexOf(">", at) : -1
    if (end > 0) {
      out += message.slice(at, end + 1)
      at = end
      continue
    }
    const isText = branches.at(-1) ?? true
    out += isText ? (accents[char] ?? char) : char
  }
  return out
}

/** A message as the build has parsed it: texts, `[argument]`, `[argument, plural, branches]`, `[tag, ...texts]`. */
type Compiled = string | number | Compiled[] | { [branch: string]: Compiled }

function pseudoCompiled(message: unknown[]): Compiled[] {
  const parts = message as Compiled[]
  const length = parts.reduce((sum: number, part) => sum + (typeof part === "string" ? part.length : 0), 0)
  return ["⟦", ...parts.map(accentPart), `${padding(length)}⟧`]
}

function accentPart(part: Compiled): Compiled {
  if (typeof part === "string") return accentText(part)
  if (!Array.isArray(part)) return part
  const [name, kind, branches, ...rest] = part
  if (typeof kind !== "number" || kind === 0) return [name!, ...part.slice(1).map(accentPart)]
  if (typeof branches !== "object" || Array.isArray(branches) || kind > 3) return part
  const accented = Object.entries(branches).map(([branch, value]) => [branch, accentBranch(value)])
  return [name!, kind, Object.fromEntries(accented), ...rest]
}

const accentBranch = (value: Compiled): Compiled => (Array.isArray(value) ? value.map(accentPart) : accentPart(value))
