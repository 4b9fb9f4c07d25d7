import { describe, expect, it } from "vitest"
import { call } from "@/test/calls"
import { aFirm, owner as database, eventsOf, queuedFor } from "@/test/given"

const aClient = { name: "Harbour & Co" }

describe("the REST door", () => {
  it("answers data and meta, 201 with its place, and a version to guard changes with", async () => {
    const { owner } = await aFirm()
    const made = await call(owner, "POST /clients/clients", aClient)
    const { id } = made.body.data as unknown as { id: string }

    expect(made).toMatchObject({ status: 201, body: { data: { name: "Harbour & Co" }, meta: {} } })
    expect(made.headers.get("location")).toBe(`/api/v1/clients/clients/${id}`)
    expect(made.headers.get("etag")).toBe('"v1"')
    expect(made.headers.get("x-request-id")).toMatch(/^[\w-]{8,}$/)

    const change = (etag: string) =>
      call(owner, `PATCH /clients/clients/${id}`, { phone: "1" }, { headers: { "if-match": etag } })
    expect((await change('"v1"')).headers.get("etag")).toBe('"v2"')
    expect(await change('"v1"')).toMatchObject({ status: 409, body: { error: { code: "conflict" } } })
    expect(await change('"something else"')).toMatchObject({ status: 409 })
  })

  it("names what is wrong with each field, in a sentence, and refuses what it doesn't know", async () => {
    const { owner, firm } = await aFirm()
    expect(await call(owner, "POST /clients/clients", { name: " ", email: "nope", colour: "red" })).toMatchObject({
      status: 422,
      body: {
        error: {
          code: "validation_error",
          details: {
            name: ["Name is required."],
            email: ["E-mail must be an e-mail address, like name@example.com."],
            colour: ["Colour is not a field of this request."],
          },
        },
      },
    })
    expect(await call(owner, "GET /clients/clients?colour=red")).toMatchObject({ status: 422 })
    expect(await eventsOf(firm)).toEqual([])
  })

  it.each([
    ["text that isn't JSON", "{", {}, 400, "bad_request"],
    ["a list", "[]", {}, 400, "bad_request"],
    [
      "another media type",
      "name=x",
      { "content-type": "application/x-www-form-urlencoded" },
      415,
      "unsupported_media_type",
    ],
    ["more than a megabyte", JSON.stringify({ name: "x".repeat(1_100_000) }), {}, 413, "too_large"],
    ["text with a NUL", JSON.stringify({ name: "a\u0000b" }), {}, 422, "validation_error"],
    ["half a character", '{"name":"\\ud800"}', {}, 422, "validation_error"],
    ["a wrong Idempotency-Key", JSON.stringify(aClient), { "idempotency-key": "ä b" }, 400, "bad_request"],
  ])("refuses %s", async (_what, raw, headers, status, code) => {
    const { owner } = await aFirm()
    // A header that fetch itself would refuse is not a case of ours.
    if (headers["idempotency-key" as never]) headers = { "idempotency-key": "with space" } as never
    expect(await call(owner, "POST /clients/clients", undefined, { raw, headers })).toMatchObject({
      status,
      body: { error: { code } },
    })
  })

  it.each([
    "GET /clients/contacts?q=a%00b",
    "GET /finance/reports/profit-and-loss?from=0000-01-01&to=2026-01-01",
    "GET /projects/time-entries/week?date=0000-01-01",
    `GET /clients/clients?sort=name&cursor=${Buffer.from('["name",false,"a\\u0000","01900000-0000-7000-8000-000000000000"]').toString("base64url")}`,
  ] as const)("R1 refuses what the database can't read: %s", async (line) => {
    const { owner } = await aFirm()
    expect(await call(owner, line)).toMatchObject({ status: 422, body: { error: { code: "validation_error" } } })
  })

  it("R1 finds nothing under a name with a NUL", async () => {
    const { firm } = await aFirm()
    expect(await call(null, "GET /public/forms/a%00b", undefined, { firm })).toMatchObject({ status: 404 })
  })

  it("R1 refuses what is nested deeper than any input", async () => {
    const { owner } = await aFirm()
    const raw = `${'{"a":'.repeat(20_000)}1${"}".repeat(20_000)}`
    const refused = { status: 400, body: { error: { code: "bad_request" } } }
    expect(await call(owner, "POST /clients/clients", undefined, { raw })).toMatchObject(refused)
  })

  it("says the same of no token, a made-up one and one that was revoked", async () => {
    const { owner, firm } = await aFirm()
    const refused = { status: 401, body: { error: { code: "unauthenticated" } } }
    expect(await call(null, "GET /clients/clients", undefined, { firm })).toMatchObject(refused)
    for (const authorization of ["Bearer x", "Bearer cpk_nothing-of-the-kind", "Basic abc", "Bearer a.b.c", "Bearer"]) {
      expect(await call(null, "GET /clients/clients", undefined, { firm, headers: { authorization } })).toMatchObject(
        refused,
      )
    }
    await database`update auth.keys set revoked_at = now() where user_id = ${owner.userId}`
    expect(await call(owner, "GET /clients/clients")).toMatchObject(refused)
  })

  it("wants host, token and X-Tenant-ID to name one firm", async () => {
    const [ours, theirs] = [await aFirm(), await aFirm()]
    const as = (headers: Record<string, string>, firm = ours.firm) =>
      call(ours.owner, "GET /auth/me", undefined, { headers, firm })
    expect((await as({ "x-tenant-id": ours.firm.id })).status).toBe(200)
    expect((await as({ "x-tenant-id": ours.firm.subdomain })).status).toBe(200)
    for (const other of [theirs.firm.id, theirs.firm.subdomain, "nobody", crypto.randomUUID()]) {
      expect((await as({ "x-tenant-id": other })).status).toBe(403)
    }
    expect((await as({}, theirs.firm)).status).toBe(403)
  })

  it("knows which token opens which door, before looking anything up", async () => {
    const { owner, portalUser } = await aFirm()
    const made = await call(owner, "POST /clients/clients", aClient)
    const pat = await portalUser((made.body.data as unknown as { id: string }).id)
    expect((await call(owner, "GET /portal/projects")).status).toBe(403)
    expect((await call(pat, "GET /clients/clients")).status).toBe(403)
    expect((await call(pat, "GET /portal/projects")).status).toBe(200)
    expect((await call(owner, "GET /platform/firms")).status).toBe(403)
  })

  it("has nothing at other paths and methods", async () => {
    const { owner } = await aFirm()
    expect(await call(owner, "GET /nowhere")).toMatchObject({ status: 404, body: { error: { code: "not_found" } } })
    expect(await call(owner, "PUT /clients/clients")).toMatchObject({ status: 404 })
    expect(await call(owner, "GET /clients/clients/%E0%A4%A")).toMatchObject({ status: 404 })
    expect(await call(owner, "GET /clients/clients/1")).toMatchObject({ status: 422 })
  })
})

describe("an Idempotency-Key", () => {
  const once = (who: Parameters<typeof call>[0], key: string, body: object) =>
    call(who, "POST /clients/clients", body, { headers: { "idempotency-key": key } })

  it("makes one of fifty simultaneous calls, and gives all the same answer", async () => {
    const { owner, firm } = await aFirm()
    const answers = await Promise.all(Array.from({ length: 50 }, () => once(owner, "same", aClient)))
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1)
    expect(answers.every(({ status }) => status === 201)).toBe(true)
    expect(await eventsOf(firm)).toHaveLength(1)
  })

  it("is not to be used for something else, nor shared between people", async () => {
    const { owner, member, firm } = await aFirm()
    await once(owner, "k", aClient)
    expect(await once(owner, "k", { name: "Another" })).toMatchObject({ status: 409 })
    expect((await once(await member("manager"), "k", { name: "Another" })).status).toBe(201)
    expect(await eventsOf(firm)).toHaveLength(2)
  })

  it("of a call that was refused may be used again", async () => {
    const { owner } = await aFirm()
    expect((await once(owner, "k", { name: "" })).status).toBe(422)
    expect((await once(owner, "k", aClient)).status).toBe(201)
  })
})

describe("a dry run", () => {
  it("lists what would happen, and nothing has", async () => {
    const { owner, firm } = await aFirm()
    const answer = await call(owner, "POST /clients/clients?dryRun=true", aClient)
    expect(answer).toMatchObject({
      status: 200,
      body: {
        data: { operation: "clients.create", effects: [{ name: "client.created" }], result: { name: "Harbour & Co" } },
      },
    })
    expect((await call(owner, "GET /clients/clients")).body).toMatchObject({ meta: { count: 0 } })
    expect([...(await eventsOf(firm)), ...(await queuedFor(firm))]).toEqual([])
  })
})
