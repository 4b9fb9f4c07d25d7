import { resolve } from "node:path"
import { parseArgs } from "node:util"

export const usage = "npm run benchmark -- [--quick] [--json FILE] [--firms N] [--profile FOLDER]"

/** What was asked for on the command line, or an error that says what is wrong with it. */
export function readArguments(args) {
  const { values } = parseArgs({
    args,
    options: {
      quick: { type: "boolean", default: false },
      json: { type: "string" },
      firms: { type: "string", default: "1000" },
      profile: { type: "string" },
    },
  })
  const firms = Number(values.firms)
  if (!Number.isInteger(firms) || firms < 10 || firms > 100_000) {
    throw new Error(`--firms ${values.firms}: a whole number from 10 to 100000\n${usage}`)
  }
  return {
    quick: values.quick,
    firms,
    json: values.json && resolve(values.json),
    profile: values.profile && resolve(values.profile),
  }
}
