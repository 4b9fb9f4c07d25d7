/** What was told in the last minute, so that whoever comes a little late can be told again. */
export class Recent<T> {
  private told: { at: number; what: T }[] = []

  /** `start`: milliseconds; what happened before it nobody here knows. */
  constructor(
    private start: number,
    private readonly keep = 60_000,
  ) {}

  add(what: T, now: number) {
    this.told.push({ at: now, what })
    this.forget(now)
  }

  /** What was told in the last `age` milliseconds; null where that is longer than anything here remembers. */
  within(age: number, now: number): T[] | null {
    this.forget(now)
    const since = now - age
    return since < this.start ? null : this.told.filter(({ at }) => at >= since).map(({ what }) => what)
  }

  private forget(now: number) {
    this.start = Math.max(this.start, now - this.keep)
    const first = this.told.findIndex(({ at }) => at >= this.start)
    this.told.splice(0, first < 0 ? this.told.length : first)
  }
}
