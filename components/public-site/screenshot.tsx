import { existsSync } from "node:fs"
import { join } from "node:path"
import { preferences } from "@/lib/platform/i18n"

const sizes = { window: [1440, 900], part: [960, 640], phone: [390, 780] } as const
const folder = "/images/product"

type ScreenshotProps = {
  /** A file of public/images/product, taken by bin/screenshots.mjs. */
  name: string
  shape: keyof typeof sizes
  alt: string
  /** Seen without scrolling: loaded first. */
  first?: boolean
}

/** The product as it is, light or dark as the visitor has it. Where no pictures were taken, the words stand alone. */
export async function Screenshot({ name, shape, alt, first }: ScreenshotProps) {
  const { theme } = await preferences()
  const [width, height] = sizes[shape]
  const file = (scheme: "light" | "dark") => `${folder}/${name}-${scheme}.webp`
  if (!existsSync(join(process.cwd(), "public", file("light")))) return null
  return (
    <picture className={`shot shot-${shape}`}>
      {!theme && <source media="(prefers-color-scheme: dark)" srcSet={file("dark")} />}
      <img
        src={file(theme ?? "light")}
        alt={alt}
        width={width}
        height={height}
        loading={first ? "eager" : "lazy"}
        fetchPriority={first ? "high" : undefined}
        decoding="async"
      />
    </picture>
  )
}
