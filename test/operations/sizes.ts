/** The size of a reliability test: the short one in `npm test`, the long one in `npm run test:long`. */
export const sizes = <Size>(short: Size, long: Size): Size => (process.env.LONG ? long : short)
