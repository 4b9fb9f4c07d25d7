// The server of the pictures tells a time of its own: each look at it is a millisecond later, so that what was made
// first stays first and the minute never changes. On SIGUSR2 some days have gone by.
const Real = Date
const days = 24 * 60 * 60 * 1000
let day = Real.parse(process.env.PICTURES_AT)
let looks = 0
const now = () => day + Math.min(looks++, 59_000)

globalThis.Date = new Proxy(Real, {
  construct: (of, given, self) => Reflect.construct(of, given.length > 0 ? given : [now()], self),
  apply: () => new Real(now()).toString(),
  get: (of, name) => (name === "now" ? now : Reflect.get(of, name)),
})
process.on("SIGUSR2", () => {
  day += 3 * days
  looks = 0
})
