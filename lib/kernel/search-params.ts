import { z } from "zod"
import { fromText } from "./from-text"

export type SearchParams = Promise<Record<string, string | string[] | undefined>>

/** What an address asks of a page, as far as it can be understood: unknown names and unreadable values are left out. */
export async function readParams<In extends z.ZodType>(
  { input }: { input: In },
  searchParams: SearchParams,
): Promise<Partial<z.input<In>>> {
  const text = new URLSearchParams()
  for (const [name, value] of Object.entries(await searchParams))
    for (const one of Array.isArray(value) ? value : [value]) if (one) text.append(name, one)
  if (!(input instanceof z.ZodObject)) return {}
  const shape = input.shape as Record<string, z.ZodType>
  const given = Object.entries(fromText(input, text)).filter(([name, value]) => shape[name]!.safeParse(value).success)
  return Object.fromEntries(given) as Partial<z.input<In>>
}

/** One value of the address, for what is no input of an operation: the tab, the view. */
export async function paramOf<Choice extends string>(
  searchParams: SearchParams,
  name: string,
  choices: readonly [Choice, ...Choice[]],
): Promise<Choice> {
  const value = (await searchParams)[name]
  return choices.find((choice) => choice === value) ?? choices[0]
}
