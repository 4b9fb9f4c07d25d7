"use client"

/**
 * Where there is no surface yet that could say more. Next's own pages for this are not only bare, too: written out, all
 * three stand in the data of every page, twice.
 */
export function BareStatus({ code }: { code: number }) {
  return (
    <>
      <title>{code}</title>
      <h1>{code}</h1>
    </>
  )
}
