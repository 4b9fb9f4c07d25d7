const accents: Record<string, string> = {
  ...Object.fromEntries([..."aeiouycnsz"].map((letter, at) => [letter, [..."áéíóúýçñšž"][at]!])),
  ...Object.fromEntries([..."AEIOUYCNSZ"].map((letter, at) => [letter, [..."ÁÉÍÓÚÝÇÑŠŽ"][at]!])),
}

type Tree = { [key: string]: string | Tree | unknown[] }

/** A catalogue in accented, 40 % longer English, bracketed: what overflows or shows no brackets is a fault. */
export function pseudoLocalise<T extends Tree>(messages: T): T {
  const entries = Object.entries(messages).map(([key, value]) => [
    key,
    typeof value === "string" ? pseudo(value) : Array.isArray(value) ? value : pseudoLocalise(value),
  ])
  return Object.fromEntries(entries)
}

function pseudo(message: string): string {
  const padding = "·".repeat(Math.ceil(message.replace(/\{.*\}/gs, "").length * 0.4))
  return `⟦${accentText(message)}${padding}⟧`
}

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
    if (char === "<") {
      const end = message.indexOf(">", at)
      out += message.slice(at, end + 1)
      at = end
      continue
    }
    const isText = branches.at(-1) ?? true
    out += isText ? (accents[char] ?? char) : char
  }
  return out
}
