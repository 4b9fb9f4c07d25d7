import { query } from "@/lib/kernel/operation"
import { translator } from "@/lib/platform/translator"
import { findEverywhere } from "./queries"
import { places } from "./rules"
import { kinds, searchInput, searchOut } from "./schema"

export const search = query({
  name: "search.find",
  summary: "Find records of any kind that one may see",
  permission: "workspace:use",
  rest: "GET /search",
  input: searchInput,
  output: searchOut,

  async run({ q }, { db, actor }) {
    const t = translator(actor.locale, "search.kinds")
    const found = await findEverywhere(
      db,
      q,
      kinds.filter((kind) => actor.permissions.has(places[kind].needs)),
    )
    return {
      results: found.map(({ id, kind, label, detail }) => ({
        id,
        kind,
        label,
        href: `${places[kind].path}/${id}`,
        hint: [t(kind), detail].filter(Boolean).join(" · "),
      })),
    }
  },
})
