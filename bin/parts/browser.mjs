import { spawnSync } from "node:child_process"
import { existsSync } from "node:fs"
import { join } from "node:path"
import { chromium } from "@playwright/test"
import { canInstall, install, installCommand } from "./apt.mjs"
import { root } from "./runtime.mjs"

const packages = ["chromium", "fonts-liberation"]
const cli = join(root, "node_modules/playwright/cli.js")
const candidates = [
  process.env.CHROMIUM_PATH,
  chromium.executablePath(),
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
]

/** A Chromium for Playwright: its own, else the system's, else one installed now; or what is missing. */
export function ensureBrowser() {
  if (!found()) spawnSync(process.execPath, [cli, "install", "chromium"], { stdio: "ignore", timeout: 300_000 })
  if (!found() && canInstall()) install(packages)
  if (found()) return { path: found() }
  return {
    omission: "the end-to-end tests: there is no Chromium",
    command: `npx playwright install chromium   (or, as root: ${installCommand(packages)})`,
  }
}

const found = () => candidates.find((path) => path && existsSync(path))
