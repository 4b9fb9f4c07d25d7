import { parseAst } from "vitest/node"
import { isTest } from "./files.mjs"

const read =
  /^(aria-(label|description|roledescription|valuetext|placeholder)|alt|title|label|placeholder|hint|caption|summary|subtitle|body|empty|confirm|suffix|prefix)$/
// What is in these is code or a key's name, the same in every language.
const apart = ["Kbd", "kbd", "code", "pre", "samp", "script", "style"]
// The gallery of parts shows them with examples, to those who build pages.
const gallery = "app/(marketing)/m/design/"
const brand = "ConsultantPro"

/** Sentences about words that a component says by itself: what a person reads is in the message catalogue. */
export function literals({ path, text }) {
  if (!/^(app|components)\/.*\.tsx$/.test(path) || isTest(path) || path.startsWith(gallery)) return []
  const found = []
  inMarkup(parseAst(text, { lang: "tsx" }), (words, start) => {
    if (!/\p{L}/u.test(words) || words.trim() === brand || isAddress(words)) return
    const line = text.slice(0, start).split("\n").length
    found.push(`${path}:${line}: “${words.trim().replace(/\s+/g, " ")}” belongs into messages/en`)
  })
  return found
}

function inMarkup(node, see) {
  if (Array.isArray(node)) for (const one of node) inMarkup(one, see)
  else if (node && typeof node === "object") {
    if (node.type === "JSXElement" && apart.includes(node.openingElement.name.name)) return
    if (node.type === "JSXText") see(node.value, node.start)
    if (node.type === "JSXElement" || node.type === "JSXFragment")
      for (const child of node.children) if (child.type === "JSXExpressionContainer") outcomes(child.expression, see)
    if (node.type === "JSXAttribute" && read.test(nameOf(node.name))) outcomes(node.value, see)
    if (node.type === "Property" && read.test(nameOf(node.key)))
      outcomes(node.value, (words, start) => !isKey(words) && see(words, start))
    for (const value of Object.values(node)) if (value && typeof value === "object") inMarkup(value, see)
  }
}

/** A path or a host's name. */
const isAddress = (words) => /^[^\s\p{Lu}]*[./][^\s\p{Lu}]*$/u.test(words)
/** A key of the catalogue, such as `startAction`. */
const isKey = (words) => /^\p{Ll}[\w.]*$/u.test(words)
const nameOf = ({ name, value }) => String(name ?? value)

/** The strings that an expression may come to: both sides of a choice, the fixed parts of a template. */
function outcomes(node, see) {
  if (node?.type === "Literal" && typeof node.value === "string") see(node.value, node.start)
  if (node?.type === "TemplateLiteral") for (const part of node.quasis) see(part.value.cooked, part.start)
  if (node?.type === "JSXExpressionContainer") outcomes(node.expression, see)
  if (node?.type === "ConditionalExpression") for (const one of [node.consequent, node.alternate]) outcomes(one, see)
  if (node?.type === "LogicalExpression") for (const one of [node.left, node.right]) outcomes(one, see)
}
