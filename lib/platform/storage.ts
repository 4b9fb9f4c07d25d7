import { env } from "./env"
import { processWide } from "./process-wide"
import { sayingAway } from "./storage-away"
import type { Storage } from "./storage-contract"
import { localStorage } from "./storage-local"
import { s3Storage } from "./storage-s3"

/** The configured storage: the bucket when there is one, else a folder. */
export function storage(): Storage {
  return processWide("storage", () => {
    const { S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = env
    if (!S3_BUCKET || !S3_ACCESS_KEY_ID || !S3_SECRET_ACCESS_KEY)
      return sayingAway(localStorage(env.STORAGE_DIR ?? ".data/storage"))
    return sayingAway(
      s3Storage({
        bucket: S3_BUCKET,
        region: env.S3_REGION,
        accessKeyId: S3_ACCESS_KEY_ID,
        secretAccessKey: S3_SECRET_ACCESS_KEY,
        endpoint: env.S3_ENDPOINT,
        forcePathStyle: env.S3_FORCE_PATH_STYLE,
      }),
    )
  })
}
