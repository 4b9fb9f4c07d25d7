import { expect, it } from "vitest"
import { visitorAddress } from "./visitor"

it.each([
  ["203.0.113.9", "203.0.113.9"],
  ["198.51.100.1, 203.0.113.9", "203.0.113.9"],
  ["203.0.113.9:4711", "203.0.113.9"],
  ["2001:db8::1", "2001:db8::1"],
  ["[2001:db8::1]:4711", "2001:db8::1"],
  ["::ffff:127.0.0.1", "::ffff:127.0.0.1"],
  ["", "direct"],
  ["a secret that landed here", "direct"],
  ["203.0.113.9:secret", "direct"],
])("X-Forwarded-For %j is a visitor at %s", (given, address) => {
  expect(visitorAddress(new Headers({ "x-forwarded-for": given }))).toBe(address)
})
