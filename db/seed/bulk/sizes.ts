/** How many rows of each kind a firm gets. */
export type Size = {
  members: number
  clients: number
  projects: number
  tasks: number
  entries: number
  invoices: number
  leads: number
  prospects: number
}

/** The firm that is measured. */
export const large: Size = {
  members: 60,
  clients: 2_000,
  projects: 5_000,
  tasks: 50_000,
  entries: 200_000,
  invoices: 20_000,
  leads: 3_000,
  prospects: 1_000,
}

/** A neighbour: there are many, and none of them may make the large one slower. */
export const small: Size = {
  members: 3,
  clients: 5,
  projects: 5,
  tasks: 20,
  entries: 40,
  invoices: 10,
  leads: 5,
  prospects: 5,
}

export type Crowd = {
  /** The number of the first firm: 0 is the large one. */
  from: number
  until: number
  size: Size
}
