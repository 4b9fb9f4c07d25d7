import { onPinnedRuntime } from "./parts/runtime.mjs"

if (await onPinnedRuntime()) {
  const { run } = await import("./parts/backup/command.mjs")
  const { backup } = await import("./parts/backup/backup.mjs")
  await run(backup, { to: { type: "string" }, "data-dir": { type: "string" } }, "npm run backup -- --to FOLDER")
}
