import { say } from "./say.mjs"

const patience = 180_000

/** Resolves when the server at `origin` and all that it needs are up; tells every few seconds what is not until then. */
export async function waitUntilReady(origin) {
  const deadline = Date.now() + patience
  let told = Date.now()
  while (Date.now() < deadline) {
    if (await isUp(origin)) return
    if (Date.now() - told > 10_000) {
      say(`  still waiting: ${await states(origin)}`)
      told = Date.now()
    }
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error(`${origin} is not ready after ${patience / 1000} s: ${await states(origin)}`)
}

async function isUp(origin) {
  if (!(await ask(`${origin}/ready`))?.ok) return false
  const answer = await ask(`${origin}/health/detailed`)
  return (await answer?.json().catch(() => undefined))?.status === "ok"
}

const ask = (url) => fetch(url, { signal: AbortSignal.timeout(30_000) }).catch(() => undefined)

async function states(origin) {
  const answer = await ask(`${origin}/health/detailed`)
  if (!answer) return `${origin} does not answer`
  return `${answer.status} ${(await answer.text().catch(() => "")).slice(0, 400)}`
}
