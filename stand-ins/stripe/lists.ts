import type Stripe from "stripe"
import { invalid, missing } from "./failure"

type Listed = { id: string; created?: number }
type Page = Pick<Stripe.PaginationParams, "limit" | "starting_after" | "ending_before">

/** Stripe's list: newest first, 1 to 100 a page, cursors by id. */
export function listOf<T extends Listed>(url: string, oldestFirst: T[], page: Page): Stripe.ApiList<T> {
  return pageOf(url, oldestFirst.toReversed(), page)
}

export function pageOf<T extends Listed>(url: string, items: T[], page: Page): Stripe.ApiList<T> {
  const { limit = 10, starting_after, ending_before } = page
  if (limit < 1 || limit > 100) throw invalid("Invalid integer: limit must be between 1 and 100", "limit")
  const at = (id: string, param: string) => {
    const index = items.findIndex((item) => item.id === id)
    if (index < 0) throw missing("object", id, param)
    return index
  }
  const answer = (data: T[], has_more: boolean) => ({ object: "list" as const, data, has_more, url })

  if (ending_before) {
    const end = at(ending_before, "ending_before")
    return answer(items.slice(Math.max(0, end - limit), end), end > limit)
  }
  const start = starting_after ? at(starting_after, "starting_after") + 1 : 0
  return answer(items.slice(start, start + limit), start + limit < items.length)
}

/** Whether the object was created in the range asked for; everything was when none is. */
export function createdIn(range: Stripe.RangeQueryParam | number | undefined): (item: { created: number }) => boolean {
  if (range === undefined) return () => true
  if (typeof range === "number") return (item) => item.created === range
  const { gt = -1, gte = 0, lt = Infinity, lte = Infinity } = range
  return ({ created }) => created > gt && created >= gte && created < lt && created <= lte
}
