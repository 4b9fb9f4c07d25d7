import { getMessages } from "next-intl/server"
import type { ReactNode } from "react"
import type { Namespace } from "@/lib/platform/messages"
import { MessageScope } from "./message-scope"
import { pick } from "./root"

/** Gives the client components inside more namespaces than their surface's root does. */
export async function Messages({ namespaces, children }: { namespaces: Namespace[]; children: ReactNode }) {
  return <MessageScope messages={pick(await getMessages(), namespaces)}>{children}</MessageScope>
}
