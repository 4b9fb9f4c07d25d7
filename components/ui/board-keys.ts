import { type CollisionDetection, closestCenter, type KeyboardCoordinateGetter, pointerWithin } from "@dnd-kit/core"

/** Under the pointer's column the nearest place between its cards; by keyboard the nearest of all. */
export const nearestPlace: CollisionDetection = (args) => {
  const lane = pointerWithin({ ...args, droppableContainers: args.droppableContainers.filter(isLane) })[0]
  const places = args.droppableContainers.filter(
    (container) => !isLane(container) && (!lane || `lane:${container.data.current?.column}` === lane.id),
  )
  return closestCenter({ ...args, droppableContainers: places })
}

const isLane = ({ id }: { id: string | number }) => String(id).startsWith("lane:")

const directions: Record<string, [number, number]> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
}

/** From place to place in the arrow's direction: the nearest one that lies that way. */
export const boardKeys: KeyboardCoordinateGetter = (event, { context, currentCoordinates }) => {
  const direction = directions[event.code]
  const card = context.collisionRect
  if (!direction || !card) return undefined
  event.preventDefault()
  const [dx, dy] = direction
  const centre = { x: currentCoordinates.x + card.width / 2, y: currentCoordinates.y + card.height / 2 }
  let best: { cost: number; x: number; y: number } | undefined
  for (const container of context.droppableContainers.getEnabled()) {
    const rect = container.rect.current
    if (!rect || isLane(container)) continue
    const x = rect.left + rect.width / 2
    const y = rect.top + rect.height / 2
    const along = (x - centre.x) * dx + (y - centre.y) * dy
    const across = Math.abs((x - centre.x) * dy + (y - centre.y) * dx)
    if (along < 8 || (dx === 0 && across > rect.width / 2)) continue
    const cost = along + across * (dx ? 0.1 : 1)
    if (!best || cost < best.cost) best = { cost, x, y }
  }
  return best && { x: best.x - card.width / 2, y: best.y - card.height / 2 }
}
