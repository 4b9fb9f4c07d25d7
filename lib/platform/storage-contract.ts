import type { Readable } from "node:stream"

export interface StoredObject {
  size: number
  contentType: string
}

export interface UploadLink {
  url: string
  method: "PUT"
  /** What the sender must say; a browser adds the length itself. */
  headers: { "content-type": string }
}

interface LinkOptions {
  /** Seconds the link works. */
  expiresIn: number
  /** The site the link is for, such as `https://acme.example.com`; S3 has a host of its own. */
  origin?: string
}

/** Where files are kept; keys are `{owner's uuid}/…`, made by the server. */
export interface Storage {
  readonly kind: "s3" | "local"
  put(key: string, body: Buffer, options: { contentType: string }): Promise<{ size: number; sha256: string }>
  put(
    key: string,
    body: Readable,
    options: { contentType: string; contentLength: number },
  ): Promise<{ size: number; sha256: string }>
  get(key: string): Promise<(StoredObject & { body: Readable }) | null>
  head(key: string): Promise<StoredObject | null>
  /** Removing what is not there is no error. */
  remove(key: string): Promise<void>
  /** A link that stores exactly so many bytes of that type under the key, with no other credential. */
  uploadUrl(key: string, options: LinkOptions & { contentType: string; contentLength: number }): Promise<UploadLink>
  /** A link that downloads the file under that name, with no other credential. */
  downloadUrl(key: string, options: LinkOptions & { filename: string }): Promise<string>
  /** Throws when the storage cannot be used. */
  check(): Promise<void>
}

const keyPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(\/[A-Za-z0-9][A-Za-z0-9._-]{0,127}){1,8}$/

export function isStorageKey(key: string): boolean {
  return keyPattern.test(key)
}

export function assertStorageKey(key: string): void {
  if (!isStorageKey(key)) throw new Error("a storage key is the owner's id and plain path segments")
}

/** The body had more or fewer bytes than announced; nothing was stored. */
export class WrongLengthError extends Error {
  readonly code = "WRONG_LENGTH"
  constructor(readonly tooLong: boolean) {
    super(`the body is ${tooLong ? "longer" : "shorter"} than announced`)
  }
}
