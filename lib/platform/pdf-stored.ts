import { createHash } from "node:crypto"
import { buffer } from "node:stream/consumers"
import { type DocumentContent, renderDocument } from "./pdf"
import { storage } from "./storage"
import { StorageAway } from "./storage-away"

/**
 * The document from the storage, or made now and stored there: a change of its content makes another file. One that can
 * be neither fetched nor kept is made all the same.
 */
export async function storedDocument(folder: string, content: DocumentContent): Promise<Buffer> {
  const name = createHash("sha256").update(JSON.stringify(content)).digest("hex").slice(0, 32)
  const key = `${folder}/${name}.pdf`
  const stored = await storage().get(key).catch(nothingWhileAway)
  if (stored) return buffer(stored.body)
  const body = await renderDocument(content)
  await storage().put(key, body, { contentType: "application/pdf" }).catch(nothingWhileAway)
  return body
}

function nothingWhileAway(error: unknown): null {
  if (error instanceof StorageAway) return null
  throw error
}
