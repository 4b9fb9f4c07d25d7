// The load generator's process: reads what to ask as JSON, a line each, and answers what it took.
import { once } from "node:events"
import { createInterface } from "node:readline"
import autocannon from "autocannon"

for await (const line of createInterface({ input: process.stdin })) {
  const { ports, concurrency, seconds, path, method = "GET", headers, body } = JSON.parse(line)
  const times = []
  let [bytes, failed] = [0, 0]
  const one = async (port, connections) => {
    const run = autocannon({
      url: `http://127.0.0.1:${port}${path}`,
      connections,
      duration: seconds,
      method,
      headers,
      body,
      timeout: 60,
    })
    run.on("response", (_client, status, size, took) => {
      if (status >= 200 && status < 300) times.push(took)
      else failed++
      bytes += size
    })
    run.on("reqError", () => failed++)
    await once(run, "done")
  }
  const from = performance.now()
  const share = Math.floor(concurrency / ports.length)
  await Promise.all(
    ports.map(
      (port, i) => (i === 0 || share > 0) && one(port, i === 0 ? concurrency - share * (ports.length - 1) : share),
    ),
  )
  console.log(JSON.stringify({ times, bytes, failed, seconds: (performance.now() - from) / 1000 }))
}
