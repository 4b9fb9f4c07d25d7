/** The rings in a graph of `from → [to]`: one list of paths for each strongly connected group. */
export function cycles(graph) {
  const order = new Map()
  const low = new Map()
  const stack = []
  const rings = []

  for (const node of graph.keys()) if (!order.has(node)) connect(node)
  return rings

  // Tarjan's algorithm.
  function connect(node) {
    order.set(node, order.size)
    low.set(node, order.get(node))
    stack.push(node)
    for (const next of graph.get(node) ?? []) {
      if (!order.has(next)) connect(next)
      if (stack.includes(next)) low.set(node, Math.min(low.get(node), low.get(next)))
    }
    if (low.get(node) !== order.get(node)) return
    const ring = stack.splice(stack.indexOf(node))
    if (ring.length > 1 || graph.get(node)?.includes(node)) rings.push(ring.sort())
  }
}
