const colours = ["36", "35", "33", "32", "34", "31"]
const painted = new Map()

/** Prints a line; one that comes from a named process carries its name in front. */
export function say(line, name) {
  if (!name) return console.log(line)
  if (!painted.has(name)) painted.set(name, colours[painted.size % colours.length])
  const label = name.padEnd(8)
  console.log(`${process.stdout.isTTY ? `\x1b[${painted.get(name)}m${label}\x1b[0m` : label} │ ${line}`)
}

/** Runs one step: says that it begins, and how long it took. */
export async function step(title, work) {
  const from = performance.now()
  console.log(`→ ${title} …`)
  const result = await work()
  console.log(`✓ ${title} (${seconds(performance.now() - from)})`)
  return result
}

export const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`

// Output piped into a program that ended must not take the servers with it.
process.stdout.on("error", () => {})
process.stderr.on("error", () => {})
