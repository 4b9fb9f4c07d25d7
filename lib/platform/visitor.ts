import { env } from "./env"

/**
 * The visitor's address: the X-Forwarded-For entry that our outermost proxy wrote, counted from the right
 * (TRUSTED_PROXY hops). Without a proxy the server itself notes the caller there.
 */
export function visitorAddress(headers: Headers): string {
  const chain = (headers.get("x-forwarded-for") ?? "")
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean)
  return chain.at(-Math.max(1, env.TRUSTED_PROXY)) ?? "direct"
}
