import { existsSync, mkdirSync, readdirSync } from "node:fs"
import { join, relative, resolve } from "node:path"
import { root } from "../runtime.mjs"
import { say, step } from "../say.mjs"
import { Refused } from "./command.mjs"
import { restoreDump } from "./dump.mjs"
import { copyFile, progress, putBack } from "./files.mjs"
import { readManifest } from "./manifest.mjs"
import { refuseStored, restoreObjects } from "./objects.mjs"
import { restorePhysically } from "./physical.mjs"

/**
 * Puts a backup into a new data folder, or into the empty database and bucket that the environment names.
 * @param {{ from?: string, "data-dir"?: string }} options
 * @param {Record<string, string | undefined>} given
 */
export async function restore({ from, "data-dir": dataDir }, given) {
  if (!from) throw new Refused("Name the folder of the backup.")
  const folder = resolve(from)
  const manifest = readManifest(folder)
  const physical = manifest.kind === "physical"
  if (physical && !dataDir) throw new Refused("Name the new data folder with --data-dir.")
  const home = resolve(root, dataDir || given.DATA_DIR || join(".data", "demo"))
  if (physical && isUsed(home))
    throw new Refused(`${home} is not empty, and a restore writes over nothing: name a new folder.`)
  await refuseStored(home, given)
  mkdirSync(home, { recursive: true, mode: 0o700 })

  const count = progress(say)
  const place = { dataDir: home, given, count }
  const title = physical
    ? "Restoring the database and bringing it to the backup's end"
    : "Restoring the database and comparing every row"
  let result
  try {
    result = await step(title, () => (physical ? restorePhysically : restoreDump)(folder, manifest, place))
    await step("Restoring the stored files", () => restoreObjects(folder, manifest, place))
    await putBack(folder, manifest, "home", (source, path) => copyFile(source, join(home, path)), count)
  } catch (error) {
    say(`\nWhat has been restored so far is not whole: remove it before you try again.`)
    throw error
  }
  say(`\nRestored what was backed up at ${manifest.finished}: ${result}, ${count.text()}.`)
  if (physical) say(`Start it with: DATA_DIR=${relative(root, home)} npm run demo`)
}

const isUsed = (folder) => existsSync(folder) && readdirSync(folder).length > 0
