// `npm test` runs everything; `npm test -- unit e2e` runs the steps named.
import { onPinnedRuntime } from "./parts/runtime.mjs"

if (await onPinnedRuntime()) {
  const { runSuite } = await import("./parts/suite/run.mjs")
  const passed = await runSuite(process.argv.slice(2), { strict: Boolean(process.env.CI) })
  process.exit(passed ? 0 : 1)
}
