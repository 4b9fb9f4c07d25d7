import { z } from "zod"

/** How many of a kind a form offers before one types; the others are found by their words. */
export const mostChoices = 50
/** Without scripts nothing can be typed to find them: then one asks for all there are. */
const everyChoice = 2000

export const choiceQuery = { q: z.string().trim().max(200).optional(), all: z.boolean().default(false) }
export const choiceLimit = ({ all }: { all: boolean }, most = mostChoices) => (all ? everyChoice : most)

/** What a picker offers, as it asks for it. */
export const choicesOut = z
  .object({ results: z.array(z.object({ value: z.string(), label: z.string(), hint: z.string() })) })
  .meta({ id: "Choices" })
export type Choice = z.output<typeof choicesOut>["results"][number]
