import { say } from "./say.mjs"

const patience = 180_000

/** Resolves when `url` answers 200; says every few seconds what it answers until then. */
export async function waitUntilReady(url) {
  const deadline = Date.now() + patience
  let told = Date.now()
  let last = "nothing"
  while (Date.now() < deadline) {
    const answer = await fetch(url, { signal: AbortSignal.timeout(30_000) }).catch(() => undefined)
    if (answer?.ok) return
    last = answer ? `${answer.status} ${(await answer.text().catch(() => "")).slice(0, 300)}` : "nothing"
    if (Date.now() - told > 10_000) {
      say(`  still waiting: ${url} answers ${last}`)
      told = Date.now()
    }
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error(`${url} is not ready after ${patience / 1000} s; it answers ${last}`)
}
