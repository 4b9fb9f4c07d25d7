import type { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from "@aws-sdk/client-s3"
import { getSignedUrl } from "@aws-sdk/s3-request-presigner"
import { now } from "./clock"
import { contentDisposition } from "./content-disposition"
import { log } from "./log"
import { measuredStream } from "./measured-stream"
import { sha256 } from "./secrets"
import { assertStorageKey, type Storage } from "./storage-contract"

export interface S3Settings {
  bucket: string
  region: string
  accessKeyId: string
  secretAccessKey: string
  endpoint?: string
  forcePathStyle?: boolean
}

/** Files in a bucket; browsers reach it directly by presigned addresses. */
export function s3Storage({
  bucket,
  region,
  accessKeyId,
  secretAccessKey,
  endpoint,
  forcePathStyle,
}: S3Settings): Storage {
  const s3 = new S3Client({
    region,
    endpoint,
    forcePathStyle: forcePathStyle ?? endpoint !== undefined,
    credentials: { accessKeyId, secretAccessKey },
    requestHandler: { connectionTimeout: 3_000, socketTimeout: 30_000 },
    // Failures are thrown to the caller; only the SDK's own warnings would otherwise go to the console.
    logger: { debug: quiet, info: quiet, warn: (text) => log.warn(String(text)), error: quiet },
    // Otherwise the checksum of an empty body becomes part of every presigned upload.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
  })
  const object = (key: string) => {
    assertStorageKey(key)
    return { Bucket: bucket, Key: key }
  }

  return {
    kind: "s3",

    async put(key: string, body: Buffer | Readable, options: { contentType: string; contentLength?: number }) {
      const target = { ...object(key), ContentType: options.contentType }
      if (Buffer.isBuffer(body)) {
        await s3.send(new PutObjectCommand({ ...target, Body: body }))
        return { size: body.length, sha256: sha256(body).toString("hex") }
      }
      const length = options.contentLength ?? 0
      const measured = measuredStream(length)
      const abort = new AbortController()
      const flowing = pipeline(body, measured.stream, { end: true }).catch((error) => {
        abort.abort()
        throw error
      })
      const sending = s3.send(new PutObjectCommand({ ...target, Body: measured.stream, ContentLength: length }), {
        abortSignal: abort.signal,
      })
      const [flow, send] = await Promise.allSettled([flowing, sending])
      for (const outcome of [flow, send]) if (outcome.status === "rejected") throw outcome.reason
      return measured.result()
    },

    async get(key) {
      const found = await s3.send(new GetObjectCommand(object(key))).catch(nullIfMissing)
      return found && { ...facts(found), body: found.Body as Readable }
    },

    async head(key) {
      const found = await s3.send(new HeadObjectCommand(object(key))).catch(nullIfMissing)
      return found && facts(found)
    },

    async remove(key) {
      await s3.send(new DeleteObjectCommand(object(key)))
    },

    async uploadUrl(key, { contentType, contentLength, expiresIn }) {
      const command = new PutObjectCommand({ ...object(key), ContentType: contentType, ContentLength: contentLength })
      const signableHeaders = new Set(["content-type", "content-length"])
      const url = await getSignedUrl(s3, command, { expiresIn, signableHeaders, signingDate: now() })
      return { url, method: "PUT", headers: { "content-type": contentType } }
    },

    downloadUrl(key, { filename, expiresIn }) {
      const command = new GetObjectCommand({ ...object(key), ResponseContentDisposition: contentDisposition(filename) })
      return getSignedUrl(s3, command, { expiresIn, signingDate: now() })
    },

    async check() {
      await s3.send(new HeadBucketCommand({ Bucket: bucket }))
    },
  }
}

const quiet = () => {}
const facts = ({ ContentLength, ContentType }: { ContentLength?: number; ContentType?: string }) => ({
  size: ContentLength ?? 0,
  contentType: ContentType ?? "application/octet-stream",
})

function nullIfMissing(error: unknown): null {
  if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404) return null
  throw error
}
