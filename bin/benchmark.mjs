import { onPinnedRuntime } from "./parts/runtime.mjs"

if (await onPinnedRuntime()) {
  const { readArguments, usage } = await import("./parts/benchmark/arguments.mjs")
  try {
    const options = readArguments(process.argv.slice(2))
    const { benchmark } = await import("./parts/benchmark/benchmark.mjs")
    await benchmark(options)
  } catch (error) {
    console.error(`✗ ${error.message}${error.code === "ERR_PARSE_ARGS_UNKNOWN_OPTION" ? `\n${usage}` : ""}`)
    process.exitCode = 1
  }
}
