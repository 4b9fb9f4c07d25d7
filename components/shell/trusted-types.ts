/**
 * Under `require-trusted-types-for 'script'` the bundler may still load our own chunks and React may make its empty
 * script element; everything else that would turn text into code stays blocked. It is text, because it has to run in the
 * document's head (and writes its angle brackets as \x3c: React escapes them on the server only): the first chunk that is loaded late would be refused before any module of ours has run.
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
  trustedTypes.createPolicy("default", {
    createScriptURL: (url) => (isOwnChunk(url) ? url : null),
    createHTML: (html) => (html === "\\x3cscript>\\x3c/script>" ? html : null),
  })
})()`
