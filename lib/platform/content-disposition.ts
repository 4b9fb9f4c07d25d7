/** The header that makes a browser save the file under that name, whatever signs or scripts the name holds. */
export function contentDisposition(filename: string, type: "attachment" | "inline" = "attachment"): string {
  const name = filename
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}/\\]/gu, "")
    .replace(/\p{Cs}/gu, "")
    .slice(-150)
    .trim()
  const plain = (name || "file").replace(/[^\x20-\x7e]|["%]/gu, "_")
  const encoded = encodeURIComponent((name || "file").toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${type}; filename="${plain}"; filename*=UTF-8''${encoded}`
}
