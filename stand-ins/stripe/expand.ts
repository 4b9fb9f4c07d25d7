import { invalid } from "./failure"
import type { Kind } from "./state"
import type { Scope } from "./world"

const kinds: Record<string, Kind> = {
  acct: "account",
  ch: "charge",
  cus: "customer",
  pi: "payment_intent",
  pm: "payment_method",
  py: "payment_method",
  re: "refund",
  seti: "setup_intent",
  txn: "balance_transaction",
}

/** The object with the ids that `expand` names replaced by what they point to: `["payment_intent.latest_charge"]`. */
export function expanded(scope: Scope, object: object, paths: readonly string[]): object {
  return paths.reduce((whole, path) => follow(scope, whole, path.split("."), path), object)
}

function follow(scope: Scope, object: object, [step, ...rest]: string[], path: string): object {
  const value = step === undefined ? undefined : (object as Record<string, unknown>)[step]
  if (value === undefined) throw invalid(`This property cannot be expanded (${path}).`, "expand")
  if (value === null) return object
  const reached = typeof value === "string" ? referred(scope, value, path) : value
  if (rest.length === 0) return { ...object, [step!]: reached }
  return {
    ...object,
    [step!]: Array.isArray(reached)
      ? reached.map((item: object) => follow(scope, item, rest, path))
      : follow(scope, reached as object, rest, path),
  }
}

function referred({ world, owner }: Scope, id: string, path: string): object {
  const kind = kinds[id.split("_")[0]!]
  const found = kind && world.state.get(kind, owner, id)
  if (!found) throw invalid(`This property cannot be expanded (${path}).`, "expand")
  return found
}
