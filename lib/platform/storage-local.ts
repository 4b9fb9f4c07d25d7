import { randomUUID } from "node:crypto"
import { createWriteStream } from "node:fs"
import { mkdir, open, readFile, rename, rm, writeFile } from "node:fs/promises"
import { dirname, join, resolve } from "node:path"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import { siteUrl } from "./env"
import { measuredStream } from "./measured-stream"
import { assertStorageKey, type Storage, type StoredObject } from "./storage-contract"
import { signedFileUrl } from "./storage-links"

/** Files in a folder of this machine, reached from outside by signed addresses of this application. */
export function localStorage(folder: string): Storage {
  const root = resolve(folder)
  const place = (kind: "objects" | "facts", key: string) => {
    assertStorageKey(key)
    return join(root, kind, key)
  }
  const originOf = (origin?: string) => origin ?? new URL(siteUrl("root")).origin

  async function head(key: string): Promise<StoredObject | null> {
    const facts = await readFile(place("facts", key), "utf8").catch(nullIfMissing)
    return facts === null ? null : (JSON.parse(facts) as StoredObject)
  }

  return {
    kind: "local",
    head,

    async put(key: string, body: Buffer | Readable, options: { contentType: string; contentLength?: number }) {
      const target = place("objects", key)
      const facts = place("facts", key)
      const incoming = join(root, "incoming", randomUUID())
      for (const file of [target, facts, incoming]) await mkdir(dirname(file), { recursive: true, mode: 0o700 })
      const measured = measuredStream(Buffer.isBuffer(body) ? body.length : (options.contentLength ?? 0))
      const source = Buffer.isBuffer(body) ? Readable.from([body]) : body
      try {
        await pipeline(source, measured.stream, createWriteStream(incoming, { flush: true, mode: 0o600 }))
        const { size, sha256 } = measured.result()
        const stored: StoredObject = { size, contentType: options.contentType }
        await writeFile(`${incoming}.facts`, JSON.stringify(stored), { flush: true, mode: 0o600 })
        // Only a complete file becomes visible, and its facts last: a crash in between leaves no object without facts.
        await rename(incoming, target)
        await rename(`${incoming}.facts`, facts)
        return { size, sha256 }
      } finally {
        for (const file of [incoming, `${incoming}.facts`]) await rm(file, { force: true })
      }
    },

    async get(key) {
      const stored = await head(key)
      const file = stored && (await open(place("objects", key)).catch(nullIfMissing))
      return file ? { ...stored, body: file.createReadStream() } : null
    },

    async remove(key) {
      await rm(place("facts", key), { force: true })
      await rm(place("objects", key), { force: true })
    },

    async uploadUrl(key, { contentType, contentLength, expiresIn, origin }) {
      assertStorageKey(key)
      const grant = { method: "PUT", key, label: contentType, length: contentLength } as const
      const url = signedFileUrl(grant, expiresIn, originOf(origin))
      return { url, method: "PUT", headers: { "content-type": contentType } }
    },

    async downloadUrl(key, { filename, expiresIn, origin }) {
      assertStorageKey(key)
      return signedFileUrl({ method: "GET", key, label: filename, length: 0 }, expiresIn, originOf(origin))
    },

    async check() {
      const probe = join(root, `check-${randomUUID()}`)
      await mkdir(root, { recursive: true, mode: 0o700 })
      try {
        // A full disk still takes a name; what it does not take is content.
        await writeFile(probe, Buffer.alloc(4096), { flush: true })
      } finally {
        await rm(probe, { force: true })
      }
    },
  }
}

function nullIfMissing(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT" || error.code === "EISDIR" || error.code === "ENOTDIR") return null
  throw error
}
