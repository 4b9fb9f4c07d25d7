import type { Block } from "./pdf-content"

/** Text as people type it, as blocks: empty lines part paragraphs, "# " makes a heading, "- " a list. */
export function proseBlocks(text: string): Block[] {
  const blocks: Block[] = []
  let open = false
  for (const line of text.split("\n").map((one) => one.trim())) {
    const last = open ? blocks.at(-1) : undefined
    open = line !== "" && !line.startsWith("# ")
    if (line.startsWith("# ")) blocks.push({ kind: "heading", text: line.slice(2) })
    else if (line.startsWith("- ") && last?.kind === "list") last.items.push(line.slice(2))
    else if (line.startsWith("- ")) blocks.push({ kind: "list", items: [line.slice(2)] })
    else if (line !== "" && last?.kind === "paragraph") last.text += `\n${line}`
    else if (line !== "") blocks.push({ kind: "paragraph", text: line })
  }
  return blocks
}
