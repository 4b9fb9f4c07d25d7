/**
 * Under `require-trusted-types-for 'script'` the bundler may still load our own chunks and React may make its empty
 * script element; everything else that would turn text into code stays blocked. It is text, because it has to run in the
 * document's head (and writes its angle brackets as \x3c: React escapes them on the server only): the first chunk that is loaded late would be refused before any module of ours has run. Where
 * something else has changed the page before React came, React draws the head anew, with this script in it.
 */
export const trustedTypesScript = `(() => {
  if (!window.trustedTypes || trustedTypes.defaultPolicy) return
  const isOwnChunk = (url) => {
    try {
      const target = new URL(url, location.origin)
      return target.origin === location.origin && target.pathname.startsWith("/_next/static/")
    } catch {
      return false
    }
  }
  const own = document.currentScript?.textContent
  trustedTypes.createPolicy("default", {
    createScriptURL: (url) => (isOwnChunk(url) ? url : null),
    createHTML: (html) => (html === "\\x3cscript>\\x3c/script>" ? html : null),
    createScript: (text) => (text === own ? text : null),
  })
})()`.replace(/\n +/g, "\n")

/**
 * The same for a document that Next makes without our head: when a page isn't found or is forbidden, the server sends an
 * empty document and the browser draws the page. Called before anything else by instrumentation-client.ts.
 */
export function installTrustedTypes() {
  const { trustedTypes } = window as unknown as { trustedTypes?: TrustedTypes }
  if (!trustedTypes || trustedTypes.defaultPolicy) return
  trustedTypes.createPolicy("default", {
    createScriptURL: (url) => (isOwnChunk(url) ? url : null),
    createHTML: (html) => (html === "<script></script>" ? html : null),
    // The head that React then draws holds the script above.
    createScript: (text) => (text === trustedTypesScript ? text : null),
  })
}

type TrustedTypes = {
  defaultPolicy: object | null
  createPolicy(
    name: string,
    rules: Record<"createScriptURL" | "createHTML" | "createScript", (text: string) => string | null>,
  ): object
}

function isOwnChunk(url: string): boolean {
  if (!URL.canParse(url, location.origin)) return false
  const { origin, pathname } = new URL(url, location.origin)
  return origin === location.origin && pathname.startsWith("/_next/static/")
}
