/** The colour itself if it is one, such as #0f766e, else a neutral slate. */
export function accentOr(colour: string, otherwise = "#334155"): string {
  return /^#[0-9a-f]{6}$/i.test(colour) ? colour.toLowerCase() : otherwise
}

/** White or near-black, whichever is easier to read on the colour. */
export function inkOn(colour: string): "#ffffff" | "#0f172a" {
  return contrast(colour, "#ffffff") >= contrast(colour, "#0f172a") ? "#ffffff" : "#0f172a"
}

/** The colour, darkened as far as text on white needs (4.5 : 1). */
export function readableOnWhite(colour: string): string {
  let readable = accentOr(colour)
  while (contrast(readable, "#ffffff") < 4.5)
    readable = `#${channels(readable)
      .map((part) =>
        Math.floor(part * 0.95)
          .toString(16)
          .padStart(2, "0"),
      )
      .join("")}`
  return readable
}

/** WCAG's contrast ratio of two colours, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

const channels = (colour: string) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
