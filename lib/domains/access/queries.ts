import { type Key, withKey } from "@/db/tenant"

/** The language and time zone of whoever a key belongs to: the person's own, else the firm's. */
export const preferencesOf = (key: Key) =>
  withKey(key, "read", async (_db, { locale, timeZone }) => ({ locale, timeZone }))
