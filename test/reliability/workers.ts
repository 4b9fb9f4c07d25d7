/** So many lanes doing the same work at once. */
export const workers = (count: number, work: (lane: number) => Promise<void>) =>
  Promise.all(Array.from({ length: count }, (_, lane) => work(lane)))
