import { randomBytes, randomUUID } from "node:crypto"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { buffer } from "node:stream/consumers"
import { CreateBucketCommand, S3Client } from "@aws-sdk/client-s3"
import { describe, expect, it } from "vitest"
import { localStorage } from "@/lib/platform/storage-local"
import { s3Storage } from "@/lib/platform/storage-s3"
import { progress } from "./files.mjs"
import { collectObjects, refuseStored, restoreObjects } from "./objects.mjs"

const endpoint = process.env.S3_TEST_ENDPOINT
const credentials = { accessKeyId: "AKIATEST", secretAccessKey: "secrettest" }
const count = progress(() => {})

async function aBucket() {
  const bucket = `backup-${randomUUID()}`
  const client = new S3Client({ endpoint, region: "us-east-1", forcePathStyle: true, credentials })
  await client.send(new CreateBucketCommand({ Bucket: bucket }))
  const given = {
    S3_ENDPOINT: endpoint,
    S3_BUCKET: bucket,
    S3_ACCESS_KEY_ID: "AKIATEST",
    S3_SECRET_ACCESS_KEY: "secrettest",
  }
  return { store: s3Storage({ endpoint, bucket, region: "us-east-1", ...credentials }), given }
}

describe.runIf(endpoint)("files stored in a bucket", () => {
  it("go into the backup, and from there into another bucket or a folder, with their types", async () => {
    const from = await aBucket()
    const keys = Array.from({ length: 5 }, () => `${randomUUID()}/documents/${randomUUID()}.pdf`)
    const bytes = keys.map(() => randomBytes(50_000))
    for (const [at, key] of keys.entries()) await from.store.put(key, bytes[at]!, { contentType: "application/pdf" })
    const to = mkdtempSync(join(tmpdir(), "objects-"))
    const manifest = { files: await collectObjects("", from.given, { to, count }) }

    const other = await aBucket()
    const dataDir = mkdtempSync(join(tmpdir(), "objects-"))
    await restoreObjects(to, manifest, { dataDir, given: other.given, count })
    await restoreObjects(to, manifest, { dataDir, given: {}, count })
    for (const store of [other.store, localStorage(join(dataDir, "files"))]) {
      for (const [at, key] of keys.entries()) {
        const found = await store.get(key)
        expect(found).toMatchObject({ size: 50_000, contentType: "application/pdf" })
        expect((await buffer(found!.body)).equals(bytes[at]!)).toBe(true)
      }
    }
    await expect(refuseStored(dataDir, other.given)).rejects.toThrow("is not empty")

    // The control: an object that is missing in the backup, and the bucket gets nothing.
    rmSync(join(to, "files/objects", keys[4]!))
    const third = await aBucket()
    await expect(restoreObjects(to, manifest, { dataDir, given: third.given, count })).rejects.toThrow(
      "is missing in the backup",
    )
    expect(await third.store.head(keys[0]!)).toBeNull()
    for (const path of [to, dataDir]) rmSync(path, { recursive: true })
  })
})
