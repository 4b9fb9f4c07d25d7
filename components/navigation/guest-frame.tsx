import type { ReactNode } from "react"
import { Avatar } from "@/components/ui/avatar"

/** The frame of a page that a link alone opens: whose it is, and nothing to click but the page's own. */
export function GuestFrame({ firm, children }: { firm: { name: string; logo?: string | null }; children: ReactNode }) {
  return (
    <div className="portal">
      <header className="portal-head">
        <span className="portal-firm">
          {firm.logo ? (
            <img src={firm.logo} alt={firm.name} />
          ) : (
            <>
              <Avatar name={firm.name} square />
              <span>{firm.name}</span>
            </>
          )}
        </span>
      </header>
      <main id="content" className="portal-main" tabIndex={-1}>
        {children}
      </main>
    </div>
  )
}
