import { createReadStream, readFileSync, statSync } from "node:fs"
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from "@aws-sdk/client-s3"

/** The bucket that the environment names. */
export function bucketOf(given) {
  const {
    S3_BUCKET: Bucket,
    S3_ENDPOINT: endpoint,
    S3_ACCESS_KEY_ID,
    S3_SECRET_ACCESS_KEY,
    S3_FORCE_PATH_STYLE,
  } = given
  const s3 = new S3Client({
    region: given.S3_REGION || "us-east-1",
    endpoint,
    forcePathStyle: S3_FORCE_PATH_STYLE ? ["1", "true"].includes(S3_FORCE_PATH_STYLE) : endpoint !== undefined,
    credentials: { accessKeyId: S3_ACCESS_KEY_ID, secretAccessKey: S3_SECRET_ACCESS_KEY },
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
  })
  return {
    name: Bucket,
    async *keys() {
      let ContinuationToken
      do {
        const page = await s3.send(new ListObjectsV2Command({ Bucket, ContinuationToken }))
        for (const { Key } of page.Contents ?? []) yield Key
        ContinuationToken = page.NextContinuationToken
      } while (ContinuationToken)
    },
    /** Null when it was removed since it was listed. */
    get: (Key) =>
      s3.send(new GetObjectCommand({ Bucket, Key })).catch((error) => {
        if (error.$metadata?.httpStatusCode === 404) return null
        throw error
      }),
    /** Stores a file of the backup's objects, with the type that its facts give. */
    async put(Key, file, facts) {
      const { contentType } = JSON.parse(readFileSync(facts, "utf8"))
      const ContentLength = statSync(file).size
      await s3.send(
        new PutObjectCommand({ Bucket, Key, Body: createReadStream(file), ContentLength, ContentType: contentType }),
      )
    },
    async isEmpty() {
      const { KeyCount } = await s3.send(new ListObjectsV2Command({ Bucket, MaxKeys: 1 }))
      return KeyCount === 0
    },
  }
}
