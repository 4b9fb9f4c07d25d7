import { createInterface } from "node:readline"
import { closeDatabase } from "@/db/client"
import { gate } from "@/db/gate"

/** A process of its own: asks the limiter as often as each line tells it, all at once, and prints what it was answered. */
await gate.ping()
process.stdout.write("ready\n")
for await (const line of createInterface({ input: process.stdin })) {
  const { bucket, allowed, seconds, times } = JSON.parse(line)
  const answers = await Promise.all(Array.from({ length: times }, () => gate.take(bucket, allowed, seconds)))
  process.stdout.write(`${JSON.stringify(answers)}\n`)
}
await closeDatabase()
