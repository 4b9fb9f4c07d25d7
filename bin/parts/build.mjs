import { createHash } from "node:crypto"
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { runningLauncher } from "./lock.mjs"
import { root } from "./runtime.mjs"

const sources = ["app", "components", "db", "lib", "messages", "public"]
const files = /^(next\.config|postcss\.config|proxy|instrumentation.*|tsconfig|package-lock)\.(ts|mjs|js|json)$/
const stamp = join(root, ".next/sources")

/** A digest of everything the build reads, so that an unchanged checkout is built once. */
export function sourcesDigest() {
  const hash = createHash("sha256").update(process.version)
  const single = readdirSync(root).filter((name) => files.test(name))
  const inFolders = sources
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
        .map((entry) => join(entry.parentPath, entry.name)),
    )
  for (const file of [...single.map((name) => join(root, name)), ...inFolders].sort()) {
    hash.update(file.slice(root.length)).update("\0").update(readFileSync(file)).update("\0")
  }
  return hash.digest("hex")
}

export function isBuilt() {
  return (
    existsSync(join(root, ".next/BUILD_ID")) && existsSync(stamp) && readFileSync(stamp, "utf8") === sourcesDigest()
  )
}

export const next = join(root, "node_modules/next/dist/bin/next")

// A build replaces the files a running server reads from.
function refuseUnderAnother(runDir) {
  const others = existsSync(join(root, ".data")) ? readdirSync(join(root, ".data")) : []
  for (const name of others) {
    const other = join(root, ".data", name, "run")
    const launcher = other !== runDir && runningLauncher(other)
    if (launcher?.mode === "built") {
      throw new Error(
        `The code has changed since http://localhost:${launcher.port} was built, and it still runs (process ${launcher.pid}): stop it first.`,
      )
    }
  }
}

/** Builds for production. The digest is taken first: a file saved meanwhile makes the next start build again. */
export async function build(family, env, runDir) {
  refuseUnderAnother(runDir)
  const digest = sourcesDigest()
  await family.run("build", process.execPath, [next, "build"], { env: { ...env, NODE_ENV: "production" } })
  writeFileSync(stamp, digest)
}
