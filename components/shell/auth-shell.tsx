import type { ReactNode } from "react"
import { Avatar } from "../ui/avatar"
import { Wordmark } from "./wordmark"

type AuthShellProps = {
  /** Whose sign-in this is; without a logo, its initials. Null where it is the product's own. */
  firm: { name: string; logo?: string | null } | null
  title: string
  subtitle?: ReactNode
  children: ReactNode
  /** Under the card: forgotten password, sign up, the other door. */
  footer?: ReactNode
}

/** One card in the middle: sign-in, reset, invitation, second factor. */
export function AuthShell({ firm, title, subtitle, children, footer }: AuthShellProps) {
  return (
    <main className="auth">
      <title>{title}</title>
      <div className="auth-card">
        <div className="auth-head">
          <Whose firm={firm} />
          <h1>{title}</h1>
          {subtitle && <p>{subtitle}</p>}
        </div>
        {children}
      </div>
      {footer && <div className="auth-foot">{footer}</div>}
    </main>
  )
}

function Whose({ firm }: Pick<AuthShellProps, "firm">) {
  if (!firm) return <Wordmark />
  return firm.logo ? <img src={firm.logo} alt={firm.name} /> : <Avatar name={firm.name} size="lg" square />
}
