// The load generator's process: reads what to ask as JSON, a line each, and answers what it took. A number of requests and
// not a time: what is cut off at the end of a time has cost the server CPU, and is no answer.
import { once } from "node:events"
import { createInterface } from "node:readline"
import autocannon from "autocannon"

for await (const line of createInterface({ input: process.stdin })) {
  const { ports, concurrency, amount, path, method = "GET", headers, body } = JSON.parse(line)
  const times = []
  let [bytes, failed] = [0, 0]
  const from = performance.now()
  let last = from
  const one = async (port, connections) => {
    if (connections === 0) return
    const run = autocannon({
      url: `http://127.0.0.1:${port}${path}`,
      connections,
      amount: Math.max(connections, Math.round((amount * connections) / concurrency)),
      method,
      headers,
      body,
      timeout: 60,
    })
    run.on("response", (_client, status, size, took) => {
      if (status >= 200 && status < 300) times.push(took)
      else failed++
      bytes += size
      last = performance.now()
    })
    run.on("reqError", () => failed++)
    await once(run, "done")
  }
  const share = Math.floor(concurrency / ports.length)
  await Promise.all(ports.map((port, i) => one(port, i === 0 ? concurrency - share * (ports.length - 1) : share)))
  // It says that it is done at the next full second.
  console.log(JSON.stringify({ times, bytes, failed, seconds: (last - from) / 1000 }))
}
