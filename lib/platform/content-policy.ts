const development = process.env.NODE_ENV === "development"
const stripe = process.env.STRIPE_API_BASE
  ? new URL(process.env.STRIPE_API_BASE).origin
  : "https://checkout.stripe.com https://connect.stripe.com"
const storage = process.env.S3_ENDPOINT ? ` ${new URL(process.env.S3_ENDPOINT).origin}` : ""

/** The content security policy of a page: only our own scripts, by nonce; no text becomes a script (Trusted Types). */
export function contentPolicy(nonce: string): string {
  const signIn = [process.env.GOOGLE_CLIENT_ID, process.env.MICROSOFT_CLIENT_ID].some(Boolean)
    ? ` ${process.env.PROTOCOL ?? "http"}://auth.${process.env.ROOT_DOMAIN ?? `localhost:${process.env.PORT ?? 3000}`}`
    : ""
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    `img-src 'self' data: blob:${storage}`,
    `connect-src 'self'${development ? " ws:" : ""}${storage}`,
    "font-src 'self'",
    "frame-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    `form-action 'self' ${stripe}${signIn}`,
    ...(development ? [] : ["require-trusted-types-for 'script'", "trusted-types nextjs nextjs#bundler default"]),
  ].join("; ")
}
