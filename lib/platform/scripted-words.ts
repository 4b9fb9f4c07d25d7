import done from "@/messages/en/done.json"
import shell from "@/messages/en/shell.json"
import ui from "@/messages/en/ui.json"
import type { Messages } from "./messages"

/** What client components of every page read. */
export const scriptedNamespaces = ["ui", "shell", "done"] as const
type Words = Pick<Messages, (typeof scriptedNamespaces)[number]>

/**
 * The same words for scripts to bring along: a browser keeps scripts, while what a document holds comes with every page.
 * A second language belongs into a chunk of its own.
 */
export const scriptedWords: Record<string, Words | undefined> = { en: { ui, shell, done } }
