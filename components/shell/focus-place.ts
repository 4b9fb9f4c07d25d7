/** An element and all it is in, innermost first, each with where it stands among its siblings. */
export type FocusPlace = { element: HTMLElement; at: number }[]

export function placeOf(element: HTMLElement): FocusPlace {
  const place: FocusPlace = []
  for (let one: HTMLElement | null = element; one && one !== document.body; one = one.parentElement)
    place.push({ element: one, at: one.parentElement ? [...one.parentElement.children].indexOf(one) : 0 })
  return place
}

/** Where one is when the innermost is gone: what has taken its place, or what it was in. */
export function placeAfter(place: FocusPlace): HTMLElement | null {
  const kept = place.findIndex(({ element }) => element.isConnected)
  if (kept < 0) return document.getElementById("content")
  const { element } = place[kept]!
  const successor = kept > 0 ? element.children[place[kept - 1]!.at] : element
  return successor instanceof HTMLElement && successor.checkVisibility() ? successor : element
}
