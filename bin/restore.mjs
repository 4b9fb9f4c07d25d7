import { onPinnedRuntime } from "./parts/runtime.mjs"

if (await onPinnedRuntime()) {
  const { run } = await import("./parts/backup/command.mjs")
  const { restore } = await import("./parts/backup/restore.mjs")
  await run(
    restore,
    { from: { type: "string" }, "data-dir": { type: "string" } },
    "npm run restore -- --from FOLDER --data-dir FOLDER",
  )
}
