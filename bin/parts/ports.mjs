import { createServer } from "node:net"

/** Resolves to a port nobody listens on; `preferred` when that one is free. */
export async function freePort(preferred) {
  if (preferred && (await isFree(preferred))) return preferred
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject)
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}

/** The web port: `PORT` or nothing when it was given, otherwise the first free one from 3000 up. */
export async function webPort(given, say) {
  if (given !== undefined && given !== "") {
    const port = Number(given)
    if (!Number.isInteger(port) || port < 1 || port > 65535) throw new Error(`PORT=${given} is not a port number.`)
    if (!(await isFree(port))) throw new Error(`Port ${port} is taken: stop what uses it, or give another PORT.`)
    return port
  }
  for (let port = 3000; port < 3100; port++) {
    if (await isFree(port)) return port
    say(`Port ${port} is taken, trying ${port + 1}.`)
  }
  throw new Error("Ports 3000 to 3099 are all taken: give a free one as PORT.")
}

// A browser asks ::1 as well as 127.0.0.1 for localhost, so a port counts as free when it is free on both.
export async function isFree(port) {
  return (await canListen(port, "0.0.0.0")) && (await canListen(port, "::"))
}

function canListen(port, host) {
  return new Promise((resolve) => {
    const server = createServer()
    server.once("error", (error) => resolve(error.code !== "EADDRINUSE" && error.code !== "EACCES"))
    server.listen({ port, host, ipv6Only: host === "::" }, () => server.close(() => resolve(true)))
  })
}
