import { notFound } from "next/navigation"
import type { ReactNode } from "react"

/** For development, and for the tests that look at it. */
export default function DesignLayout({ children }: { children: ReactNode }) {
  if (process.env.NODE_ENV === "production" && process.env.DESIGN_PAGE !== "1") notFound()
  return children
}
