import { spawn } from "node:child_process"
import { join } from "node:path"
import { createInterface } from "node:readline"
import { root } from "../runtime.mjs"
import { say } from "../say.mjs"
import { gathered } from "./figures.mjs"
import { cpuMsOf } from "./usage.mjs"

const concurrencies = [1, 8, 32]

/** Measures every page in short slices that take turns, so that what else the machine does meets all of them. */
export async function measure(targets, { rounds, seconds }) {
  const generator = loadGenerator()
  const slices = new Map(targets.flatMap(({ id }) => concurrencies.map((concurrency) => [`${id} ${concurrency}`, []])))
  try {
    const rates = new Map()
    for (const target of targets) {
      const rate = rateOf(await slice(generator, target, 4, 20))
      // Until the compiler has seen it: a page that is asked for twenty times is not yet as fast as it will be.
      rates.set(target, rateOf(await slice(generator, target, 4, Math.max(20, Math.round(rate * seconds)))))
    }
    for (let round = 1; round <= rounds; round++) {
      for (const concurrency of concurrencies) {
        say(`  round ${round} of ${rounds}, ${concurrency} at once`)
        for (const target of targets) {
          const amount = Math.max(concurrency, Math.min(8 * concurrency, 20), Math.round(rates.get(target) * seconds))
          slices.get(`${target.id} ${concurrency}`).push(await slice(generator, target, concurrency, amount))
        }
      }
    }
  } finally {
    generator.end()
  }
  return targets.flatMap(({ id, name, of }) =>
    concurrencies.map((concurrency) => ({ name, of, concurrency, ...gathered(slices.get(`${id} ${concurrency}`)) })),
  )
}

const rateOf = ({ times, seconds }) => times.length / seconds

async function slice(generator, { servers, request }, concurrency, amount) {
  const before = cpuMsOf(servers.pids)
  const answer = await generator.ask({ ports: servers.ports, concurrency, amount, ...request })
  return { ...answer, cpuMs: cpuMsOf(servers.pids) - before }
}

function loadGenerator() {
  const child = spawn(process.execPath, [join(root, "bin/parts/benchmark/load.mjs")], {
    stdio: ["pipe", "pipe", "inherit"],
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const stop = () => child.kill("SIGKILL")
  process.on("exit", stop)
  return {
    async ask(what) {
      child.stdin.write(`${JSON.stringify(what)}\n`)
      const { value, done } = await lines.next()
      if (done) throw new Error("the load generator ended")
      return JSON.parse(value)
    },
    end() {
      process.off("exit", stop)
      child.stdin.end()
    },
  }
}
