import type { PaletteItem } from "./palette-items"

const key = "palette-recent"

export function recentItems(): PaletteItem[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? "[]")
    return Array.isArray(kept) ? (kept as PaletteItem[]).filter((item) => typeof item?.label === "string") : []
  } catch {
    return []
  }
}

export function rememberItem(item: PaletteItem) {
  const kept = [item, ...recentItems().filter((each) => each.key !== item.key)].slice(0, 5)
  try {
    localStorage.setItem(key, JSON.stringify(kept))
  } catch {
    // A full or forbidden storage costs the list of recent things, nothing else.
  }
}
