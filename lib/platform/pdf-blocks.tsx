import { Text, View } from "@react-pdf/renderer"
import type { Block, Fact } from "./pdf-content"
import { line, placed, style } from "./pdf-style"

/** Prose of a document: headings, paragraphs, lists and facts in their order. */
export function Blocks({ blocks }: { blocks: Block[] }) {
  const groups = blocks.reduce<Block[][]>((all, block) => {
    const last = all.at(-1)
    if (last?.at(-1)?.kind === "heading" && block.kind === "facts") last.push(block)
    else all.push([block])
    return all
  }, [])
  return placed(groups).map(({ item: [first, ...rest], key }) =>
    rest.length === 0 ? (
      <OneBlock key={key} block={first!} />
    ) : (
      <View key={key} wrap={false}>
        <OneBlock block={first!} />
        <Blocks blocks={rest} />
      </View>
    ),
  )
}

function OneBlock({ block }: { block: Block }) {
  if (block.kind === "heading")
    return (
      <Text style={style.heading} minPresenceAhead={60}>
        {block.text}
      </Text>
    )
  if (block.kind === "paragraph")
    return (
      <Text style={style.paragraph} orphans={2} widows={2}>
        {block.text}
      </Text>
    )
  if (block.kind === "facts") return <Facts facts={block.facts} />
  return (
    <View style={style.paragraph}>
      {placed(block.items).map(({ item, place, key }) => (
        <View key={key} style={[style.row, { marginBottom: 3 }]}>
          <Text style={[style.soft, style.figures, { width: 18 }]}>{block.numbered ? `${place + 1}.` : "•"}</Text>
          <Text style={{ flex: 1 }}>{item}</Text>
        </View>
      ))}
    </View>
  )
}

/** Labels with their values, one to a line. */
export function Facts({ facts }: { facts: Fact[] }) {
  return (
    <View wrap={facts.length > 12} style={{ marginBottom: 8 }}>
      {placed(facts).map(({ item: [label, value], place, key }) => (
        <View
          key={key}
          wrap={false}
          style={[
            style.apart,
            { gap: 16, paddingVertical: 3.5, borderTopWidth: place ? 0.75 : 0, borderTopColor: line },
          ]}
        >
          <Text style={style.soft}>{label}</Text>
          <Text style={{ flex: 1, textAlign: "right", fontWeight: 500 }}>{value}</Text>
        </View>
      ))}
    </View>
  )
}
