import type Stripe from "stripe"
import { invalid } from "./failure"

/** The metadata with the change applied as Stripe does: an empty value removes its key, an empty whole removes all. */
export function mergedMetadata(old: Stripe.Metadata, change: Stripe.Emptyable<Stripe.MetadataParam> | undefined) {
  if (change === undefined) return old
  if (change === "" || change === null) return {}
  const merged = { ...old, ...change } as Record<string, string>
  for (const [key, value] of Object.entries(merged)) {
    if (value === "") delete merged[key]
    if (key.length > 40) throw invalid(`Metadata keys can be up to 40 characters long: ${key}`, "metadata")
    if (value.length > 500)
      throw invalid(`Metadata values can be up to 500 characters long: ${key}`, `metadata[${key}]`)
  }
  if (Object.keys(merged).length > 50) throw invalid("You can only have 50 metadata keys", "metadata")
  return merged
}
