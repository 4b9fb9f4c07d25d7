import { isIP } from "node:net"
import { env } from "./env"

/**
 * The visitor's address: the X-Forwarded-For entry that our outermost proxy wrote, counted from the right
 * (TRUSTED_PROXY hops). Without a proxy the server itself notes the caller there. What is no address is kept nowhere.
 */
export function visitorAddress(headers: Headers): string {
  const chain = (headers.get("x-forwarded-for") ?? "")
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean)
  const entry = chain.at(-Math.max(1, env.TRUSTED_PROXY)) ?? ""
  // Some proxies add the port.
  const [, withoutPort = entry] = /^([\d.]+):\d+$/.exec(entry) ?? /^\[([^\]]+)\](?::\d+)?$/.exec(entry) ?? []
  return isIP(withoutPort) ? withoutPort : "direct"
}
