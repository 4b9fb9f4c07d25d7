import { type IncomingMessage, request } from "node:http"
import { port } from "./surroundings"

export type Live = {
  /** Asks again with each event until the answer is truthy; the test's own time limit ends a wait in vain. */
  until<T>(ask: () => Promise<T | false | undefined>): Promise<T>
  events: { name: string; subjectId: string }[]
  /** Resolves when the server ends the stream. */
  ended: Promise<void>
  close(): void
}

/** Opens a host's event stream, as a browser does; `age`: of the page that asks, in milliseconds. */
export async function listen(host: string, headers: Record<string, string>, age?: number): Promise<Live> {
  const { asked, answer } = await open(host, headers, age === undefined ? "" : `?age=${age}`)
  const events: Live["events"] = []
  let heard = 0
  let wake = () => {}
  let rest = ""
  answer.setEncoding("utf8")
  answer.on("data", (text: string) => {
    const lines = (rest + text).split("\n")
    rest = lines.pop() ?? ""
    const told = lines.filter((line) => line.startsWith("data: ")).map((line) => JSON.parse(line.slice(6)))
    events.push(...told)
    heard += told.length
    if (told.length > 0) wake()
  })
  const ended = new Promise<void>((resolve) => answer.once("close", resolve))
  answer.on("error", () => {})

  return {
    events,
    ended,
    close: () => asked.destroy(),
    async until(ask) {
      for (;;) {
        const before = heard
        const found = await ask()
        if (found) return found
        if (heard === before) await new Promise<void>((resolve) => (wake = resolve))
      }
    },
  }
}

function open(host: string, headers: Record<string, string>, query: string) {
  return new Promise<{ asked: ReturnType<typeof request>; answer: IncomingMessage }>((resolve, reject) => {
    const asked = request(
      { host: "127.0.0.1", port, path: `/api/live${query}`, headers: { ...headers, host }, agent: false },
      (answer) => {
        if (answer.statusCode === 200) resolve({ asked, answer })
        else reject(new Error(`the event stream answers ${answer.statusCode}`))
      },
    )
    asked.on("error", reject)
    asked.end()
  })
}
