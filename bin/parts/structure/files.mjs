import { existsSync, readdirSync, readFileSync } from "node:fs"
import { extname, join, relative, sep } from "node:path"

const folders = ["app", "bin", "components", "db", "e2e", "lib", "stand-ins", "test"]
const counted = [".ts", ".tsx", ".mjs", ".css", ".sql"]
const code = [".ts", ".tsx", ".mjs"]

/** Every hand-written source file, as `{ path, text, isCode }`, with `/` in its path on every system. */
export function sourceFiles(root) {
  const atRoot = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isFile())
  const inFolders = folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
  return [...atRoot, ...inFolders]
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => counted.includes(extname(file)) && !file.endsWith(".d.ts"))
    .map((file) => ({ file, path: relative(root, file).split(sep).join("/") }))
    .filter(({ path }) => !path.startsWith("db/migrations/"))
    .map(({ file, path }) => ({ path, text: readFileSync(file, "utf8"), isCode: code.includes(extname(path)) }))
}

export const isTest = (path) => /\.(test|spec)\.tsx?$/.test(path) || /^(test|e2e)\//.test(path)
