export type Toast = {
  id: number
  message: string
  undo?: () => Promise<unknown>
  tone?: "plain" | "danger"
}

let toasts: readonly Toast[] = []
let next = 1
const watchers = new Set<() => void>()

function change(list: readonly Toast[]) {
  toasts = list
  for (const watcher of watchers) watcher()
}

/** Says what just happened. With `undo`, it stays long enough to be taken back. */
export function showToast(toast: Omit<Toast, "id">): number {
  const id = next++
  change([...toasts.slice(-2), { ...toast, id }])
  return id
}

export function dropToast(id: number) {
  change(toasts.filter((toast) => toast.id !== id))
}

export const toastStore = {
  subscribe(watcher: () => void) {
    watchers.add(watcher)
    return () => {
      watchers.delete(watcher)
    }
  },
  current: () => toasts,
  onServer: () => none,
}

const none: readonly Toast[] = []
