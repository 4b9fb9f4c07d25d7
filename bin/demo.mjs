import { join, resolve } from "node:path"
import { onPinnedRuntime, root } from "./parts/runtime.mjs"

if (await onPinnedRuntime()) {
  const { demo } = await import("./parts/demo.mjs")
  await demo({
    dev: process.argv.includes("--dev"),
    dataDir: resolve(root, process.env.DATA_DIR || join(".data", "demo")),
  })
}
