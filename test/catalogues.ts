import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser"

type Tree = { [key: string]: string | Tree }

/** What a catalogue lacks, has too much, or says with other arguments than the one it is translated from. */
export function untranslated(from: Tree, to: Tree): string[] {
  const [wanted, given] = [messagesOf(from), messagesOf(to)]
  const missing = [...wanted.keys()].filter((key) => !given.get(key)?.trim()).map((key) => `${key} is missing`)
  const surplus = [...given.keys()].filter((key) => !wanted.has(key)).map((key) => `${key} is in no use`)
  const differing = [...given].flatMap(([key, text]) => {
    const source = wanted.get(key)
    if (source === undefined || !text.trim()) return []
    const [needs, has] = [argumentsOf(source), argumentsOf(text)]
    return needs === has ? [] : [`${key} has ${has || "no arguments"}, not ${needs || "none"}`]
  })
  return [...missing, ...surplus, ...differing]
}

function messagesOf(tree: Tree, path = ""): Map<string, string> {
  const entries = Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[path + key, value]] : [...messagesOf(value, `${path}${key}.`)],
  )
  return new Map(entries)
}

/** The names of what a message puts in, and of its tags; a message that can't be read says so. */
function argumentsOf(message: string): string {
  try {
    return [...new Set(namesIn(parse(message)))].sort().join(", ")
  } catch (error) {
    return `a mistake in it (${(error as Error).message})`
  }
}

function namesIn(elements: MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return []
    if (element.type === TYPE.tag) return [`<${element.value}>`, ...namesIn(element.children)]
    if (element.type === TYPE.select || element.type === TYPE.plural)
      return [element.value, ...Object.values(element.options).flatMap(({ value }) => namesIn(value))]
    return [element.value]
  })
}
