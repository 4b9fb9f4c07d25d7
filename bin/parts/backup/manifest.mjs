import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { Refused } from "./command.mjs"

const format = 1
const file = (folder) => join(folder, "backup.json")

/** Written last: a folder that has one holds a whole backup. */
export function writeManifest(folder, content) {
  const beside = `${file(folder)}.new`
  writeFileSync(beside, `${JSON.stringify({ format, ...content }, null, 1)}\n`, { mode: 0o600, flush: true })
  renameSync(beside, file(folder))
}

export function readManifest(folder) {
  if (!existsSync(file(folder))) {
    throw new Refused(`There is no whole backup in ${folder}: it has no backup.json, which is written last.`)
  }
  const manifest = JSON.parse(readFileSync(file(folder), "utf8"))
  if (manifest.format !== format) {
    throw new Refused(`The backup in ${folder} has format ${manifest.format}; this version reads format ${format}.`)
  }
  return manifest
}
