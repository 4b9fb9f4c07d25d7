// Stored files are kept in a backup as the storage of a folder keeps them (objects, and facts beside them), also those of a
// bucket: each goes back into either.
import { existsSync, readdirSync } from "node:fs"
import { join } from "node:path"
import { Readable } from "node:stream"
import { brings } from "../environment.mjs"
import { bucketOf } from "./bucket.mjs"
import { Refused } from "./command.mjs"
import { collect, copyFile, nowhere, putBack, treeOf } from "./files.mjs"

const prefix = "files"
export const storageFolder = (dataDir, given) => given.STORAGE_DIR || join(dataDir, "files")

/** Copies all stored files. It comes after the database: every file that a row names is there by then. */
export async function collectObjects(dataDir, given, { to, count }) {
  if (!brings(given).storage) {
    const folder = storageFolder(dataDir, given)
    const { files } = treeOf(folder, (path) => !/^(objects|facts)(\/|$)/.test(path))
    return collect(folder, files, { to, prefix, count })
  }
  const bucket = bucketOf(given)
  const entries = []
  const keep = async (path, body) => {
    const copied = await copyFile(body, join(to, prefix, path))
    count.add(copied.size)
    entries.push({ path: `${prefix}/${path}`, ...copied })
    return copied
  }
  for await (const key of bucket.keys()) {
    const object = await bucket.get(key)
    if (!object) continue
    const { size } = await keep(`objects/${key}`, object.Body)
    await keep(`facts/${key}`, Readable.from([JSON.stringify({ size, contentType: object.ContentType })]))
  }
  return entries
}

/** Throws where stored files are already: none is written over. */
export async function refuseStored(dataDir, given) {
  if (brings(given).storage) {
    const bucket = bucketOf(given)
    if (!(await bucket.isEmpty())) throw new Refused(`The bucket ${bucket.name} is not empty. Nothing was changed.`)
    return
  }
  const folder = storageFolder(dataDir, given)
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new Refused(`There are files in ${folder} already. Nothing was changed.`)
  }
}

export async function restoreObjects(from, manifest, { dataDir, given, count }) {
  if (!brings(given).storage) {
    const folder = storageFolder(dataDir, given)
    return putBack(from, manifest, prefix, (source, path) => copyFile(source, join(folder, path)), count)
  }
  // All is looked at before the first is sent: a bucket gets the whole or nothing of a damaged backup.
  await putBack(from, manifest, prefix, (source) => copyFile(source, nowhere), count)
  const bucket = bucketOf(given)
  for (const { path } of manifest.files) {
    const [, key] = /^files\/objects\/(.+)$/.exec(path) ?? []
    if (key) await bucket.put(key, join(from, path), join(from, prefix, "facts", key))
  }
}
