import { connect, createServer, type Socket } from "node:net"
import { freePort } from "../../bin/parts/ports.mjs"

/** A way to a server of this machine that can be closed: nobody is let in then, and whoever is inside is cut off. */
export async function gateTo(target: number) {
  const port = await freePort()
  const inside = new Set<Socket>()
  let server = serve()

  function serve() {
    return createServer((from) => {
      const to = connect(target, "127.0.0.1")
      for (const socket of [from, to]) {
        inside.add(socket)
        socket.on("error", () => {})
        socket.on("close", () => {
          inside.delete(socket)
          from.destroy()
          to.destroy()
        })
      }
      from.pipe(to).pipe(from)
    })
  }

  return {
    port,
    open: () =>
      new Promise<void>((resolve) => {
        server = serve()
        server.listen(port, "127.0.0.1", resolve)
      }),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        for (const socket of inside) socket.destroy()
      }),
  }
}

export type Gate = Awaited<ReturnType<typeof gateTo>>
