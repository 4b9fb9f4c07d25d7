// Ends well as soon as the address given answers that it is ready; a minute later it gives up.
const [address] = process.argv.slice(2)
const deadline = Date.now() + 60_000

while (Date.now() < deadline) {
  const answer = await fetch(address, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined)
  if (answer?.ok) process.exit(0)
  await new Promise((resolve) => setTimeout(resolve, 200))
}
console.error(`${address} is not ready after a minute`)
process.exit(1)
