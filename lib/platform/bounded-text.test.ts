import { describe, expect, it } from "vitest"
import { boundedText } from "./bounded-text"

const megabyte = 1024 * 1024

/** A body in chunks, without a length; `given` counts how much of it was taken. */
function chunked(megabytes: number, chunk = new Uint8Array(megabyte).fill(120)) {
  const given = { megabytes: 0 }
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (given.megabytes === megabytes) return controller.close()
        given.megabytes++
        controller.enqueue(chunk)
      },
    },
    { highWaterMark: 0 },
  )
  const init = { method: "POST", body, duplex: "half" } as RequestInit
  return { request: new Request("http://x.test", init), given }
}

describe("R2 the text of a body", () => {
  it("is taken up to the limit and no further, however much is sent without a length", async () => {
    const { request, given } = chunked(5_000)
    expect(await boundedText(request, 2 * megabyte)).toBeNull()
    expect(given.megabytes).toBeLessThanOrEqual(4)
  })

  it("would all be kept where the body is read first and measured then", async () => {
    const { request, given } = chunked(8)
    expect((await request.text()).length).toBeGreaterThan(2 * megabyte)
    expect(given.megabytes).toBe(8)
  })

  it("is whole when it fits, also where a letter lies across two chunks", async () => {
    const letter = new TextEncoder().encode("é")
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const byte of letter) controller.enqueue(Uint8Array.of(byte))
        controller.close()
      },
    })
    const init = { method: "POST", body, duplex: "half" } as RequestInit
    expect(await boundedText(new Request("http://x.test", init), 10)).toBe("é")
    expect(await boundedText(new Request("http://x.test", { method: "POST" }), 10)).toBe("")
  })
})
