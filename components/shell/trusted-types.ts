type PolicyFactory = {
  defaultPolicy: unknown
  createPolicy(name: string, rules: Record<string, (value: string) => string | null>): unknown
}

/**
 * Under `require-trusted-types-for 'script'` the bundler may still load our own chunks and React may make its empty
 * script element; everything else that would turn text into code stays blocked.
 */
export function installTrustedTypes(factory: PolicyFactory | undefined, origin: string) {
  if (!factory || factory.defaultPolicy) return
  factory.createPolicy("default", {
    createScriptURL: (url) => (isOwnChunk(url, origin) ? url : null),
    createHTML: (html) => (html === "<script></script>" ? html : null),
  })
}

export function isOwnChunk(url: string, origin: string): boolean {
  const target = URL.parse(url, origin)
  return target?.origin === origin && target.pathname.startsWith("/_next/static/")
}

if (typeof window !== "undefined")
  installTrustedTypes((window as { trustedTypes?: PolicyFactory }).trustedTypes, window.location.origin)
