import type { Block } from "./pdf-content"

/** Text as people type it, as blocks: empty lines part paragraphs, "# " makes a heading, "- " a list. */
export function proseBlocks(text: string): Block[] {
  return text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter(Boolean)
    .flatMap((part): Block[] => {
      const lines = part.split("\n").map((line) => line.trim())
      if (lines.every((line) => line.startsWith("- ")))
        return [{ kind: "list", items: lines.map((line) => line.slice(2)) }]
      const [first, ...rest] = lines
      if (!first!.startsWith("# ")) return [{ kind: "paragraph", text: lines.join("\n") }]
      const heading: Block = { kind: "heading", text: first!.slice(2) }
      return rest.length > 0 ? [heading, { kind: "paragraph", text: rest.join("\n") }] : [heading]
    })
}
