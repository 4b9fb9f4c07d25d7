import { createHash } from "node:crypto"
import { buffer } from "node:stream/consumers"
import sharp from "sharp"
import { storage } from "./storage"

/** A file that somebody chose is no picture that we take. */
export class NoPicture extends Error {}

const formats = ["png", "jpeg", "webp"]
// Twice the largest size at which it is shown.
const box = { width: 640, height: 192 }

/**
 * The picture, made anew as a small PNG: whatever else was in the file (places, programs, comments) is left behind.
 * Throws NoPicture for what isn't a PNG, JPEG or WebP.
 */
export async function pictureOf(file: Buffer): Promise<Buffer> {
  try {
    const picture = sharp(file, { limitInputPixels: 25_000_000, failOn: "error" })
    const { format } = await picture.metadata()
    if (!formats.includes(format)) throw new NoPicture()
    return await picture
      .rotate()
      .resize({ ...box, fit: "inside", withoutEnlargement: true })
      .png({ compressionLevel: 9 })
      .toBuffer()
  } catch {
    throw new NoPicture()
  }
}

/** Stores a firm's logo under its content: another picture has another address. Answers the key. */
export async function storeLogo(firmId: string, picture: Buffer): Promise<string> {
  const name = createHash("sha256").update(picture).digest("hex").slice(0, 32)
  const key = `${firmId}/logo/${name}.png`
  await storage().put(key, picture, { contentType: "image/png" })
  return key
}

/** The logo's bytes, for a paper; undefined where there is none. */
export async function logoOf(key: string | null | undefined): Promise<Buffer | undefined> {
  const stored = key ? await storage().get(key) : null
  return stored ? buffer(stored.body) : undefined
}
