import { classNames } from "./class-names"

type AvatarProps = { name: string; src?: string | null; size?: "md" | "lg"; square?: boolean }

/** Initials on a colour that stays the same for the name. Decoration: the name stands beside it. */
export function Avatar({ name, src, size = "md", square }: AvatarProps) {
  return (
    <span
      aria-hidden
      className={classNames("avatar", `h${hueOf(name)}`, size === "lg" && "avatar-lg", square && "avatar-square")}
    >
      {/* A photo behind a short-lived signed link: the image optimiser could not cache it. */}
      {src ? <img src={src} alt="" /> : initialsOf(name)}
    </span>
  )
}

export function Person({ name, src }: { name: string; src?: string | null }) {
  return (
    <span className="person">
      <Avatar name={name} src={src} />
      <span className="truncate">{name}</span>
    </span>
  )
}

export function initialsOf(name: string): string {
  const words = name
    .replace(/[^\p{L}\p{N} ]/gu, "")
    .split(/\s+/)
    .filter(Boolean)
  const letters =
    words.length > 1 ? [words[0]!, words.at(-1)!].map((word) => [...word][0]) : [...(words[0] ?? "?")].slice(0, 2)
  return letters.join("").toUpperCase()
}

/** One of twelve hues (`.h0` … `.h11`). */
export function hueOf(name: string): number {
  let hash = 0
  for (const char of name) hash = (hash * 31 + char.codePointAt(0)!) % 360_007
  return hash % 12
}
