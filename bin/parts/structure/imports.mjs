import { existsSync, statSync } from "node:fs"
import { extname, join, posix } from "node:path"
import { parseAst } from "vitest/node"

const endings = ["", ".ts", ".tsx", ".mjs", ".js", "/index.ts", "/index.tsx"]

/** What a file imports from this repository: `{ to, kind }`, kind being `value`, `type` or `dynamic`. */
export function importsOf(root, { path, text }) {
  const tree = parseAst(text, { lang: extname(path) === ".tsx" ? "tsx" : extname(path) === ".ts" ? "ts" : "js" })
  return declarations(tree)
    .filter(({ source }) => source.startsWith("@/") || source.startsWith("."))
    .map(({ source, kind }) => ({ source, kind, to: resolve(root, path, source) }))
}

function declarations(tree) {
  const found = []
  visit(tree, (node) => {
    const source = node.source?.value
    if (typeof source !== "string") return
    if (node.type === "ImportExpression") found.push({ source, kind: "dynamic" })
    else if (/^(Import|Export)/.test(node.type)) found.push({ source, kind: isTypeOnly(node) ? "type" : "value" })
  })
  return found
}

function isTypeOnly(node) {
  if (node.importKind === "type" || node.exportKind === "type") return true
  const names = node.specifiers ?? []
  return names.length > 0 && names.every((name) => name.importKind === "type" || name.exportKind === "type")
}

function visit(node, see) {
  if (Array.isArray(node)) for (const item of node) visit(item, see)
  else if (node && typeof node === "object") {
    if (typeof node.type === "string") see(node)
    for (const value of Object.values(node)) if (value && typeof value === "object") visit(value, see)
  }
}

function resolve(root, from, source) {
  const base = source.startsWith("@/") ? source.slice(2) : posix.join(posix.dirname(from), source)
  const hit = endings.map((ending) => base + ending).find((path) => isFile(join(root, path)))
  return hit && posix.normalize(hit)
}

const isFile = (path) => existsSync(path) && statSync(path).isFile()
