import { proseBlocks } from "@/lib/platform/pdf-prose"

/** Text as it was typed, with the same few signs that the PDF knows. */
export function Prose({ text }: { text: string }) {
  const blocks = proseBlocks(text).map((block, place) => ({ block, key: String(place) }))
  return (
    <div className="prose">
      {blocks.map(({ block, key }) => {
        if (block.kind === "heading") return <h3 key={key}>{block.text}</h3>
        if (block.kind === "list")
          return (
            <ul key={key}>
              {block.items.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ul>
          )
        return (
          <p key={key} className="whitespace-pre-line">
            {block.kind === "paragraph" ? block.text : null}
          </p>
        )
      })}
    </div>
  )
}
