import { type AddressInfo, connect, createServer, type Socket } from "node:net"

export type Trips = { url: string; count(): number; close(): Promise<void> }

/**
 * Stands between the application and its database and counts round trips: how often an answer came to what was asked.
 * What is sent together, before any answer, is one.
 */
export async function countTrips(database: URL): Promise<Trips> {
  let trips = 0
  const open = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(Number(database.port), database.hostname)
    let waiting = false
    near.on("data", (asked) => {
      waiting = true
      far.write(asked)
    })
    far.on("data", (answer) => {
      if (waiting) trips++
      waiting = false
      near.write(answer)
    })
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one)
      one.on("error", () => other.destroy()).on("close", () => other.destroy())
    }
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const url = new URL(database)
  url.port = String((server.address() as AddressInfo).port)
  return {
    url: url.href,
    count: () => {
      const since = trips
      trips = 0
      return since
    },
    close: () => {
      for (const socket of open) socket.destroy()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
