/** The value that so many of a hundred do not exceed; undefined of nothing. */
export function percentile(values, hundredths) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil((hundredths / 100) * sorted.length) - 1)]
}

/** Slices of one page at one concurrency, as one. */
export function gathered(slices) {
  const times = slices.flatMap((slice) => slice.times)
  const sum = (key) => slices.reduce((all, slice) => all + slice[key], 0)
  const count = times.length
  return {
    count,
    failed: sum("failed"),
    rps: count / sum("seconds"),
    p50: percentile(times, 50),
    p95: percentile(times, 95),
    p99: percentile(times, 99),
    bytes: count === 0 ? undefined : Math.round(sum("bytes") / count),
    cpuMs: count === 0 ? undefined : sum("cpuMs") / count,
  }
}

/**
 * What was measured, a row for each comparison: `cpuRatio` is the CPU of a request over that of the same page of
 * `against` at the same concurrency; targets are for eight at once.
 */
export function rowsOf(measured, pages) {
  return pages.flatMap(({ name, limits = [] }) =>
    measured
      .filter((one) => one.name === name)
      .flatMap(({ concurrency, rps, p50, p95, p99, bytes, cpuMs }) => {
        const row = { name, concurrency, rps, p50, p95, p99, bytes, cpuMs, against: null, cpuRatio: null, target: null }
        if (limits.length === 0) return [row]
        return limits.map(({ against, page, most }) => {
          const other = measured.find((one) => one.name === page && one.concurrency === concurrency)
          return {
            ...row,
            against,
            cpuRatio: other?.cpuMs ? cpuMs / other.cpuMs : null,
            target: concurrency === 8 ? most : null,
          }
        })
      }),
  )
}

/** Sentences about what is over its limit. */
export function missed(rows, { memoryMb, growth }) {
  const bytes = { "list, HTML": 60_000, "list, in-app navigation": 20_000 }
  const at = (concurrency) => rows.filter((row) => row.concurrency === concurrency)
  return [
    ...at(8)
      .filter(({ cpuRatio, target }) => target !== null && cpuRatio > target)
      .map(
        ({ name, against, cpuRatio, target }) =>
          `${name}: ${cpuRatio.toFixed(1)} × the CPU of ${against}, at most ${target} ×`,
      ),
    ...unique(
      at(8)
        .filter(({ name, bytes: sent }) => sent > bytes[name])
        .map(({ name, bytes: sent }) => `${name}: ${sent} bytes, at most ${bytes[name]}`),
    ),
    ...unique(
      at(32)
        .filter(({ p50, p99, name }) => name !== "sign-in" && p99 / p50 > 4)
        .map(({ name, p50, p99 }) => `${name}: p99 is ${(p99 / p50).toFixed(1)} × p50 at 32, at most 4 ×`),
    ),
    ...(memoryMb > 450 ? [`memory: ${Math.round(memoryMb)} MB, at most 450`] : []),
    ...growth
      .filter(({ ratio }) => ratio > 1.2)
      .map(({ name, ratio }) => `${name}: p95 grows ${ratio.toFixed(2)} × with the firms, at most 1.2 ×`),
  ]
}

const unique = (sentences) => [...new Set(sentences)]
