import { existsSync, mkdirSync, readdirSync } from "node:fs"
import { join, resolve } from "node:path"
import { root } from "../runtime.mjs"
import { say, step } from "../say.mjs"
import { Refused } from "./command.mjs"
import { dump } from "./dump.mjs"
import { collect, progress } from "./files.mjs"
import { writeManifest } from "./manifest.mjs"
import { collectObjects } from "./objects.mjs"
import { backUpPhysically } from "./physical.mjs"
import { openSource } from "./source.mjs"

// Beside database and files a data folder has its secrets, and the stand-ins' memory of what was paid.
const beside = ["secrets.json", "stripe.json"]

/**
 * Backs up a database and the stored files while all of it runs: `--to` a new or empty folder.
 * @param {{ to?: string, "data-dir"?: string }} options
 * @param {Record<string, string | undefined>} given
 */
export async function backup({ to, "data-dir": dataDir }, given) {
  if (!to) throw new Refused("Name the folder that the backup goes into.")
  const folder = resolve(to)
  const home = resolve(root, dataDir || given.DATA_DIR || join(".data", "demo"))
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new Refused(`${folder} is not empty, and a backup writes over nothing: name a new folder.`)
  }
  const source = await openSource(home, given)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const started = new Date().toISOString()
    const place = { to: folder, count: progress(say) }
    const database = await step(source.kind === "dump" ? "Dumping the database" : "Copying the running database", () =>
      source.kind === "dump" ? dump(source, place) : backUpPhysically(source, place),
    )
    const objects = await step("Copying the stored files", () => collectObjects(home, given, place))
    const own = source.kind === "dump" ? [] : beside.filter((name) => existsSync(join(home, name)))
    const more = await collect(home, own, { ...place, prefix: "home" })
    const files = [...database.files, ...objects, ...more]
    writeManifest(folder, { kind: source.kind, started, finished: new Date().toISOString(), ...database, files })
    say(
      `\nThe backup is whole: ${place.count.text()} in ${folder}. Whoever can read it can read everybody's data and secrets.`,
    )
  } finally {
    await source.close()
  }
}
