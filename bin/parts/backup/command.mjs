import { existsSync } from "node:fs"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { root } from "../runtime.mjs"

/** A sentence for the person at the keyboard: no stack goes with it. */
export class Refused extends Error {}

/** Runs a command with the options it was given; what it refuses is told in a sentence, and the exit code says so. */
export async function run(command, options, usage) {
  if (existsSync(join(root, ".env"))) process.loadEnvFile(join(root, ".env"))
  try {
    const { values } = parseArgs({ options })
    await command(values, process.env)
  } catch (error) {
    const ours = error instanceof Refused
    console.error(`\n✗ ${error.message}`)
    if (!ours && !String(error.code).startsWith("ERR_PARSE_ARGS")) console.error(error.stack)
    if (ours === false) console.error(`  ${usage}`)
    process.exitCode = 1
  }
}
