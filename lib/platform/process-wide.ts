const registry = globalThis as unknown as Record<symbol, unknown>

/** One instance for the process: the bundler gives pages, actions and route handlers their own copy of a module. */
export function processWide<T>(name: string, make: () => T): T {
  const key = Symbol.for(`app.${name}`)
  registry[key] ??= make()
  return registry[key] as T
}
