/** Round numbers from zero (or below) to at least the largest value, about `count` of them. */
export function ticks(values: number[], count = 4): number[] {
  const top = Math.max(0, ...values)
  const bottom = Math.min(0, ...values)
  if (top === bottom) return [0, 1]
  const span = top - bottom
  const rough = span / count
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((each) => each >= rough * 0.999) ?? 10 * power
  const first = Math.floor(bottom / step)
  const last = Math.ceil(top / step)
  return Array.from({ length: last - first + 1 }, (_, at) => Number(((first + at) * step).toPrecision(12)))
}

export type Scale = (value: number) => number

/** Share of the plot's height from the top: 0 is the highest tick, 1 the lowest. */
export function scaleOf(marks: number[]): Scale {
  const low = marks[0]!
  const high = marks.at(-1)!
  return (value) => (high - value) / (high - low)
}

/** Where each label goes so that none covers another: kept in order, at least `gap` apart, inside 0…1. */
export function spread(positions: number[], gap: number): number[] {
  const order = positions.map((position, at) => ({ position, at })).sort((a, b) => a.position - b.position)
  let floor = 0
  for (const each of order) {
    each.position = Math.max(each.position, floor)
    floor = each.position + gap
  }
  let ceiling = 1
  for (const each of order.toReversed()) {
    each.position = Math.min(each.position, ceiling)
    ceiling = each.position - gap
  }
  const out: number[] = []
  for (const { position, at } of order) out[at] = position
  return out
}

/** A line through points given as shares of width and height, in a box of 100 × 100; null breaks it. */
export function linePath(points: ([number, number] | null)[]): string {
  let pen = "M"
  let path = ""
  for (const point of points) {
    if (!point) {
      pen = "M"
      continue
    }
    path += `${pen}${round(point[0] * 100)} ${round(point[1] * 100)}`
    pen = "L"
  }
  return path
}

const round = (value: number) => Math.round(value * 100) / 100
