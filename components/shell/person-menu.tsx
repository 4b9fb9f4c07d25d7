import { Check, LogOut } from "lucide-react"
import { getTranslations } from "next-intl/server"
import type { ReactNode } from "react"
import { preferences } from "@/lib/platform/i18n"
import { Avatar } from "../ui/avatar"
import { Menu, type MenuEntry } from "../ui/menu"
import { chooseTheme } from "./actions"

export type Person = { name: string; email: string; photo?: string | null }

type PersonMenuProps = {
  person: Person
  /** Profile, sessions, settings… */
  entries?: MenuEntry[]
  signOut: (form: FormData) => void | Promise<void>
  className?: string
  children?: ReactNode
}

export async function PersonMenu({ person, entries = [], signOut, className, children }: PersonMenuProps) {
  const [t, { theme }] = await Promise.all([getTranslations("shell.person"), preferences()])
  const choice = (value: "light" | "dark" | "", label: string): MenuEntry => ({
    label,
    action: chooseTheme,
    values: { theme: value },
    icon: (theme ?? "") === value ? <Check aria-hidden /> : <span className="size-4" />,
  })
  return (
    <Menu
      label={t("menu")}
      className={className ?? "menu-item"}
      align="start"
      entries={[
        { heading: person.email },
        ...entries,
        { line: true },
        { heading: t("theme") },
        choice("", t("themeAuto")),
        choice("light", t("themeLight")),
        choice("dark", t("themeDark")),
        { line: true },
        { label: t("signOut"), action: signOut, icon: <LogOut aria-hidden /> },
      ]}
    >
      {children ?? (
        <>
          <Avatar name={person.name} src={person.photo} />
          <span className="truncate">{person.name}</span>
        </>
      )}
    </Menu>
  )
}
