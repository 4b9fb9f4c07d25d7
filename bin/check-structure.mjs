import { cycles } from "./parts/structure/cycles.mjs"
import { misdirection } from "./parts/structure/direction.mjs"
import { sourceFiles } from "./parts/structure/files.mjs"
import { importsOf } from "./parts/structure/imports.mjs"
import { literals } from "./parts/structure/literals.mjs"
import { misnamed } from "./parts/structure/vocabulary.mjs"

const cap = 300

/** Every breach of the house's structure, as sentences: names, length, import direction, cycles, words out of place. */
export function checkStructure(root) {
  const files = sourceFiles(root)
  const imports = new Map(files.filter((file) => file.isCode).map((file) => [file.path, importsOf(root, file)]))
  return [
    ...files.flatMap(({ path }) => misnamed(path)),
    ...files.flatMap(tooLong),
    ...files.flatMap(literals),
    ...[...imports].flatMap(([from, all]) => all.filter(({ to }) => to).map(({ to }) => misdirection(from, to))),
    ...[...imports].flatMap(([from, all]) => all.map((one) => unresolved(from, one))),
    ...cycles(graphOf(imports)).map((ring) => `import each other in a ring: ${ring.join(", ")}`),
  ].filter(Boolean)
}

function tooLong({ path, text }) {
  const lines = text.trimEnd().split("\n").length
  return lines > cap ? [`${path}: ${lines} lines, the cap is ${cap}`] : []
}

const unresolved = (from, { source, to }) => (to ? undefined : `${from} imports ${source}, which is not there`)

// Types are gone at run time and a dynamic import waits until then: neither makes a ring.
function graphOf(imports) {
  return new Map(
    [...imports].map(([from, all]) => [
      from,
      all.filter(({ to, kind }) => kind === "value" && imports.has(to)).map(({ to }) => to),
    ]),
  )
}

if (import.meta.main) {
  const problems = checkStructure(process.cwd())
  for (const problem of problems) console.error(problem)
  console.log(problems.length === 0 ? "structure: nothing to object to" : `structure: ${problems.length} objections`)
  process.exitCode = problems.length === 0 ? 0 : 1
}
