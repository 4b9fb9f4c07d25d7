import { createHash, randomBytes, randomUUID } from "node:crypto"
import { mkdtemp, readdir, rm } from "node:fs/promises"
import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Readable } from "node:stream"
import { buffer } from "node:stream/consumers"
import { CreateBucketCommand, S3Client } from "@aws-sdk/client-s3"
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest"
import { now, withClock } from "./clock"
import { checkEnvironment } from "./env"
import type { Storage } from "./storage-contract"
import { localStorage } from "./storage-local"
import { serveSignedFile } from "./storage-local-route"
import { s3Storage } from "./storage-s3"

const endpoint = process.env.S3_TEST_ENDPOINT
const options = { contentType: "application/pdf" }
const newKey = () => `${randomUUID()}/documents/${randomUUID()}.pdf`
const ago = (seconds: number) => new Date(now().getTime() - seconds * 1000)

interface Subject {
  store: Storage
  origin?: string
}

let local: Subject & { origin: string; folder: string; server: Server }
let s3: Subject

beforeAll(async () => {
  vi.stubEnv("DATABASE_URL", "postgresql://127.0.0.1/postgres")
  vi.stubEnv("ROOT_DOMAIN", "files.test")
  vi.stubEnv("PROTOCOL", "https")
  vi.stubEnv("DB_PASSWORD_SECRET", "only-for-this-test-database")
  vi.stubEnv("AUTH_SECRET", "only-for-this-test-signing")
  checkEnvironment()
  const folder = await mkdtemp(join(tmpdir(), "storage-"))
  const store = localStorage(folder)
  const server = createServer(async (incoming, outgoing) => {
    const url = new URL(incoming.url ?? "/", "http://files.test")
    const { method = "GET", headers } = incoming
    const body = method === "PUT" ? (Readable.toWeb(incoming) as ReadableStream) : null
    const init = { method, headers: headers as Record<string, string>, body, duplex: "half" } as RequestInit
    const response = await serveSignedFile(new Request(url, init), url.pathname.slice("/api/v1/files/".length), store)
    outgoing.writeHead(response.status, Object.fromEntries(response.headers))
    outgoing.end(Buffer.from(await response.arrayBuffer()))
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  local = { store, folder, server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }

  if (!endpoint) return
  const credentials = { accessKeyId: "AKIATEST", secretAccessKey: "secrettest" }
  const bucket = `conformance-${randomUUID()}`
  const client = new S3Client({ endpoint, region: "us-east-1", forcePathStyle: true, credentials })
  await client.send(new CreateBucketCommand({ Bucket: bucket }))
  s3 = { store: s3Storage({ endpoint, bucket, region: "us-east-1", ...credentials }) }
})

afterAll(async () => {
  local.server.close()
  await rm(local.folder, { recursive: true })
})

it.runIf(process.env.REQUIRE_S3 === "1")("has an S3 server to be tested against", () => {
  expect(endpoint, "REQUIRE_S3=1 but S3_TEST_ENDPOINT is not set: start radosgw and name its address").toBeTruthy()
})

describe("storage in a folder", () => {
  conforms(() => local)

  it("keeps nothing of refused uploads", async () => {
    expect(await readdir(join(local.folder, "incoming"))).toEqual([])
  })

  it("tells when the folder cannot be written", async () => {
    await expect(localStorage("/dev/null/files").check()).rejects.toThrow()
  })

  it("makes links to its own site unless told otherwise", async () => {
    const link = await local.store.downloadUrl(newKey(), { filename: "a.pdf", expiresIn: 60 })
    expect(link).toMatch(/^https:\/\/files\.test\/api\/v1\/files\//)
  })

  it("serves files sandboxed, never to be shown as a page", async () => {
    const key = newKey()
    await local.store.put(key, Buffer.from("<script>"), { contentType: "text/html" })
    const { headers } = await fetch(
      await local.store.downloadUrl(key, { filename: "x.html", expiresIn: 60, origin: local.origin }),
    )
    expect(headers.get("content-security-policy")).toContain("sandbox")
    expect(headers.get("x-content-type-options")).toBe("nosniff")
    expect(headers.get("cache-control")).toContain("no-store")
  })

  it("does not serve from behind when the storage is elsewhere", async () => {
    const key = newKey()
    await local.store.put(key, Buffer.from("x"), options)
    const link = await local.store.downloadUrl(key, { filename: "x", expiresIn: 60 })
    const response = await serveSignedFile(new Request(link), key, { ...local.store, kind: "s3" })
    expect(response.status).toBe(403)
  })
})

describe.runIf(endpoint)("storage in S3", () => {
  conforms(() => s3)

  it("tells when the bucket is not there", async () => {
    const settings = { endpoint, region: "us-east-1", accessKeyId: "AKIATEST", secretAccessKey: "secrettest" }
    await expect(s3Storage({ ...settings, bucket: "not-there" }).check()).rejects.toThrow()
    await expect(s3Storage({ ...settings, bucket: "x", secretAccessKey: "wrong" }).check()).rejects.toThrow()
  })
})

function conforms(subject: () => Subject) {
  const upload = async (announced: string, sent: string | ReadableStream, type = options.contentType, at = now()) => {
    const { store, origin } = subject()
    const key = newKey()
    const wanted = { ...options, contentLength: announced.length, expiresIn: 60, origin }
    const link = await withClock(at, () => store.uploadUrl(key, wanted))
    const init = { method: link.method, headers: { "content-type": type }, body: sent, duplex: "half" } as RequestInit
    const { ok } = await fetch(link.url, init)
    return { ok, stored: await store.head(key), key, link }
  }

  it("gives back what was put, as bytes and as a stream", async () => {
    const { store } = subject()
    const key = newKey()
    const bytes = randomBytes(3_000_000)
    const sha256 = createHash("sha256").update(bytes).digest("hex")
    expect(await store.put(key, bytes, options)).toEqual({ size: bytes.length, sha256 })
    const again = Readable.from([bytes.subarray(0, 1_000_000), bytes.subarray(1_000_000)])
    expect(await store.put(key, again, { ...options, contentLength: bytes.length })).toEqual({
      size: bytes.length,
      sha256,
    })
    const found = await store.get(key)
    expect(found).toMatchObject({ size: bytes.length, ...options })
    expect((await buffer(found!.body)).equals(bytes)).toBe(true)
    expect(await store.head(key)).toEqual({ size: bytes.length, ...options })
  })

  it("knows what is not there, and removes it without complaint", async () => {
    const { store } = subject()
    const key = newKey()
    expect(await store.get(key)).toBeNull()
    await store.remove(key)
    await store.put(key, Buffer.from("x"), options)
    await store.remove(key)
    expect(await store.head(key)).toBeNull()
  })

  it.each([
    ["longer", 3],
    ["shorter", 5],
  ])("stores nothing of a stream %s than announced", async (_, contentLength) => {
    const { store } = subject()
    const key = newKey()
    await expect(store.put(key, Readable.from([Buffer.from("four")]), { ...options, contentLength })).rejects.toThrow(
      "announced",
    )
    expect(await store.head(key)).toBeNull()
  })

  it("stores nothing of a stream that breaks off", async () => {
    const { store } = subject()
    const key = newKey()
    const broken = Readable.from(
      (async function* () {
        yield Buffer.from("half")
        throw new Error("connection lost")
      })(),
    )
    await expect(store.put(key, broken, { ...options, contentLength: 8 })).rejects.toThrow("connection lost")
    expect(await store.head(key)).toBeNull()
  })

  it.each([
    "",
    "a.pdf",
    "../../etc/passwd",
    `${randomUUID()}/../x`,
    `${randomUUID()}/.hidden`,
    `${randomUUID()}//x`,
    `/${randomUUID()}/x`,
    `${randomUUID()}/a\u0000b`,
    `${randomUUID()}/a\\b`,
  ])("refuses the key %j everywhere", async (key) => {
    const { store } = subject()
    await expect(async () => store.put(key, Buffer.from("x"), options)).rejects.toThrow("storage key")
    await expect(async () => store.get(key)).rejects.toThrow("storage key")
    await expect(async () => store.remove(key)).rejects.toThrow("storage key")
    await expect(async () => store.downloadUrl(key, { filename: "x", expiresIn: 60 })).rejects.toThrow("storage key")
    await expect(async () => store.uploadUrl(key, { ...options, contentLength: 1, expiresIn: 60 })).rejects.toThrow(
      "storage key",
    )
  })

  it("takes exactly the announced upload", async () => {
    const { ok, stored } = await upload("%PDF-1.7", "%PDF-1.7")
    expect(ok).toBe(true)
    expect(stored).toEqual({ size: 8, ...options })
  })

  it.each([
    ["longer", () => upload("four", "longer")],
    ["shorter", () => upload("longer", "four")],
    ["of another type", () => upload("four", "four", "text/html")],
    ["late", () => upload("four", "four", options.contentType, ago(120))],
    ["longer than announced, without saying so", () => upload("four", new Blob(["longer"]).stream())],
  ])("refuses an upload that is %s", async (_, attempt) => {
    const { ok, stored } = await attempt()
    expect(ok).toBe(false)
    expect(stored).toBeNull()
  })

  it("refuses an upload to another key, and a download by an upload's link", async () => {
    const { store } = subject()
    const { link, key } = await upload("four", "four")
    const other = newKey()
    const moved = await fetch(link.url.replace(key, other), { method: "PUT", headers: link.headers, body: "four" })
    expect(moved.ok).toBe(false)
    expect(await store.head(other)).toBeNull()
    expect((await fetch(link.url)).status).toBe(403)
  })

  it("downloads under the given name, as an attachment", async () => {
    const { store, origin } = subject()
    const { key } = await upload("%PDF", "%PDF")
    const url = await store.downloadUrl(key, { filename: 'Jahr "2026" – Öffnung.pdf', expiresIn: 60, origin })
    const response = await fetch(url)
    expect(response.headers.get("content-disposition")).toBe(
      "attachment; filename=\"Jahr _2026_ _ _ffnung.pdf\"; filename*=UTF-8''Jahr%20%222026%22%20%E2%80%93%20%C3%96ffnung.pdf",
    )
    expect(response.headers.get("content-type")).toBe(options.contentType)
    expect(await response.text()).toBe("%PDF")
  })

  it("refuses a download that is changed, unsigned or late", async () => {
    const { store, origin } = subject()
    const { key } = await upload("four", "four")
    const { key: other } = await upload("four", "four")
    const link = (at = now()) => withClock(at, () => store.downloadUrl(key, { filename: "a", expiresIn: 60, origin }))
    const url = await link()
    for (const wrong of [url.replace(key, other), url.replace(/signature=\w{4}/i, "$&x"), url.split("?")[0]!])
      expect((await fetch(wrong)).status).toBe(403)
    expect((await fetch(await link(ago(120)))).status).toBe(403)
    expect((await fetch(url)).status).toBe(200)
  })

  it("answers a link to a removed file with not found", async () => {
    const { store, origin } = subject()
    expect((await fetch(await store.downloadUrl(newKey(), { filename: "a", expiresIn: 60, origin }))).status).toBe(404)
  })

  it("is well", async () => {
    await subject().store.check()
  })
}
