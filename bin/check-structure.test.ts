import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { afterEach, describe, expect, it } from "vitest"
import { checkStructure } from "./check-structure.mjs"

const houses: string[] = []

function problemsOf(files: Record<string, string>) {
  const root = mkdtempSync(join(tmpdir(), "structure-"))
  houses.push(root)
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return checkStructure(root)
}

afterEach(() => {
  for (const house of houses.splice(0)) rmSync(house, { recursive: true })
})

const sound = {
  "app/(firm)/w/page.tsx": `import { Board } from "@/components/board"\nexport default () => <Board />`,
  "components/board.tsx": `import { total } from "@/lib/domains/deals/rules"\nexport const Board = () => <p>{total}</p>`,
  "lib/domains/deals/rules.ts": `export const total = 1`,
  "lib/domains/deals/operations.ts": `import { db } from "@/db/tenant"\nimport { perform } from "@/lib/kernel/perform"\nexport { db, perform }`,
  "lib/domains/deals/operations/close.ts": "export const close = 1",
  "lib/domains/deals/schedules.ts": `import { sign } from "./terms/operations"\nexport const nightly = sign`,
  "lib/domains/deals/terms/operations.ts": "export const sign = 1",
  "lib/domains/deals/terms/documents.tsx": "export const Terms = () => null",
  "lib/domains/index.ts": `import { db } from "./deals/operations"\nexport const all = [db]`,
  "lib/kernel/perform.ts": `import { db } from "@/db/tenant"\nexport const perform = db`,
  "db/tenant.ts": "export const db = 1",
}

describe("the structure check", () => {
  it("has nothing to say about a sound house", () => {
    expect(problemsOf(sound)).toEqual([])
  })

  it.each([
    ["an import against the direction", "db/up.ts", `import "@/lib/kernel/perform"`, "db must not know lib/kernel"],
    [
      "an import by type only",
      "lib/kernel/a.ts",
      `import type { T } from "@/lib/domains/deals/rules"`,
      "must not know",
    ],
    ["an import when it is needed", "components/b.tsx", `const a = () => import("@/db/tenant")`, "must not know db"],
    [
      "an export of somebody else's",
      "lib/kernel/b.ts",
      `export * from "@/components/board"`,
      "must not know components",
    ],
    ["another domain's operations", "lib/domains/tax/writes.ts", `import "../deals/operations"`, "only schema, rules"],
    ["a nested domain's actions", "lib/domains/tax/vat/writes.ts", `import "../actions"`, "only schema, rules"],
    ["the registry in a domain", "lib/domains/tax/rules.ts", `import "../index"`, "imports the registry"],
    [
      "staff operations in the portal",
      "app/(portal)/p/page.tsx",
      `import "@/lib/domains/deals/operations"`,
      "of its own",
    ],
    ["a test's fixture in the product", "lib/kernel/c.ts", `import "@/test/firm"`, "only tests may"],
    ["a file that is not there", "lib/kernel/d.ts", `import "./gone"`, "which is not there"],
    ["a stranger in a domain", "lib/domains/tax/service.ts", "", "a domain's files are"],
    ["a file beside the domains", "lib/domains/tax.ts", "", "a domain is a folder"],
    ["a fifth child of lib", "lib/shared/a.ts", "", "lib has kernel, domains, platform, worker"],
    ["a name that says nothing", "components/date-utils.ts", "", "`date-utils` says nothing"],
    ["a folder that says nothing", "components/common/a.ts", "", "`common` says nothing"],
    ["a barrel", "components/ui/index.ts", "", "no barrels"],
    ["a file too long", "components/long.css", "a{}\n".repeat(301), "301 lines, the cap is 300"],
  ])("finds %s", (_what, path, text, sentence) => {
    const extra = { "test/firm.ts": "", "lib/domains/tax/actions.ts": "", [path]: text }

    const problems = problemsOf({ ...sound, ...extra })

    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain(sentence)
    expect(problems[0]).toContain(path.replace(/\.[a-z]+$/, ""))
  })

  it.each([
    ["a text", `<p>Save {n} drafts</p>`, ["Save", "drafts"]],
    ["a label", `<nav aria-label="Main menu" />`, ["Main menu"]],
    ["a label by choice", `<Button title={n ? "Undo" : "Redo"} />`, ["Undo", "Redo"]],
    ["a placeholder with something in it", `<input placeholder={\`Search \${n}\`} />`, ["Search"]],
    ["a picture's words", `<img alt="A boat" />`, ["A boat"]],
    ["an outcome", `<p>{n && "Nothing here"}</p>`, ["Nothing here"]],
    ["an entry's label", `<Menu entries={[{ label: "Duplicate", href: "/copy" }]} />`, ["Duplicate"]],
    ["another script", `<p>保存</p>`, ["保存"]],
  ])("finds words in a component: %s", (_what, markup, words) => {
    const planted = `export const Planted = ({ n }: { n: number }) => ${markup}`
    const found = words.map((one) => `components/planted.tsx:1: “${one}” belongs into messages/en`)

    expect(problemsOf({ ...sound, "components/planted.tsx": planted })).toEqual(found)
    expect(problemsOf({ ...sound, "components/planted.test.tsx": planted })).toEqual([])
  })

  it("takes signs, keys of the catalogue, addresses, names of keyboard keys and the product's name for no words", () => {
    const markup = `<p title={t("save")}>· {n} × <Kbd>esc</Kbd> <code>POST /leads</code> ConsultantPro <i className="Big x" /></p>`
    const innocent = `const steps = { done: { title: "finishAction" } }\nexport const P = ({ n, t }) => ${markup}
export const Q = () => <TextInput prefix="/forms/" placeholder="portal.example.com" />`

    expect(problemsOf({ ...sound, "components/innocent.tsx": innocent })).toEqual([])
  })

  it("finds files that import each other in a ring, and not a ring of types", () => {
    const ring = {
      "lib/kernel/a.ts": `import { b } from "./b"\nexport const a = b`,
      "lib/kernel/b.ts": `import { c } from "./c"\nexport const b = c`,
      "lib/kernel/c.ts": `import { a } from "./a"\nexport const c = () => a`,
    }
    const ofTypes = { ...ring, "lib/kernel/c.ts": `import type { a } from "./a"\nexport const c = 1 as typeof a` }

    expect(problemsOf({ ...sound, ...ring })).toEqual([
      "import each other in a ring: lib/kernel/a.ts, lib/kernel/b.ts, lib/kernel/c.ts",
    ])
    expect(problemsOf({ ...sound, ...ofTypes })).toEqual([])
  })

  it("leaves a file of exactly the cap alone", () => {
    expect(problemsOf({ ...sound, "components/long.css": "a{}\n".repeat(300) })).toEqual([])
  })
})
