import { createHash } from "node:crypto"
import { createReadStream, createWriteStream, existsSync, lstatSync, readdirSync } from "node:fs"
import { mkdir } from "node:fs/promises"
import { dirname, join } from "node:path"
import { pipeline } from "node:stream/promises"
import { Refused } from "./command.mjs"

/** Where a file goes that is only read for its hash. */
export const nowhere = "/dev/null"

const every = 2_000

/** Tells how far a long copy is, every two seconds. */
export function progress(say) {
  const from = Date.now()
  const sum = { files: 0, bytes: 0, told: from }
  const text = () => `${sum.files} files, ${(sum.bytes / 1e6).toFixed(1)} MB`
  return {
    add(bytes) {
      sum.files++
      sum.bytes += bytes
      if (Date.now() - sum.told < every) return
      sum.told = Date.now()
      say(`  … ${text()}`)
    },
    text,
  }
}

/** Copies one file, flushed to the disk unless told otherwise; answers its size and hash, null when it was removed meanwhile. */
export async function copyFile(from, to, { flush = true } = {}) {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 })
  const hash = createHash("sha256")
  let size = 0
  try {
    await pipeline(
      typeof from === "string" ? createReadStream(from) : from,
      async function* (chunks) {
        for await (const chunk of chunks) {
          hash.update(chunk)
          size += chunk.length
          yield chunk
        }
      },
      createWriteStream(to, { flush: flush && to !== nowhere, mode: 0o600 }),
    )
  } catch (error) {
    if (error.code === "ENOENT" && typeof from === "string" && !existsSync(from)) return null
    throw error
  }
  return { size, sha256: hash.digest("hex") }
}

/** The files and folders below `folder`, as paths in it; `skip` leaves out a path and what is below it. */
export function treeOf(folder, skip = () => false) {
  const files = []
  const folders = []
  const walk = (inside) => {
    for (const { name } of readdirSync(join(folder, inside), { withFileTypes: true })) {
      const path = inside ? `${inside}/${name}` : name
      const kind = lstatSync(join(folder, path), { throwIfNoEntry: false })
      if (skip(path) || !kind) continue
      if (kind.isSymbolicLink())
        throw new Refused(`${join(folder, path)} is a link: a copy of it would not hold the data.`)
      if (!kind.isDirectory()) files.push(path)
      else {
        folders.push(path)
        walk(path)
      }
    }
  }
  if (existsSync(folder)) walk("")
  return { files, folders }
}

/** Copies files of a tree into the backup, as entries for its manifest below `prefix`. */
export async function collect(folder, paths, { to, prefix, count }) {
  const entries = []
  for (const path of paths) {
    const copied = await copyFile(join(folder, path), join(to, prefix, path))
    if (!copied) continue
    count.add(copied.size)
    entries.push({ path: `${prefix}/${path}`, ...copied })
  }
  return entries
}

/** Copies what the manifest lists below `prefix` back; a file that is missing or differs ends it. */
export async function putBack(from, manifest, prefix, put, count) {
  for (const { path, size, sha256 } of manifest.files) {
    if (!path.startsWith(`${prefix}/`)) continue
    const source = join(from, path)
    if (!existsSync(source)) throw new Refused(`${path} is missing in the backup.`)
    const copied = await put(source, path.slice(prefix.length + 1))
    if (copied.size !== size || copied.sha256 !== sha256) {
      throw new Refused(`${path} is not as it was when the backup was made: it has been changed or damaged.`)
    }
    count.add(size)
  }
}
