import type { LucideIcon } from "lucide-react"
import { Inbox, Lock, LogIn, MapPinOff, SearchX, TriangleAlert } from "lucide-react"
import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { LinkButton } from "./button"

type StateProps = { icon: LucideIcon; title: ReactNode; children?: ReactNode; actions?: ReactNode; page?: boolean }

function State({ icon: Icon, title, children, actions, page }: StateProps) {
  const Heading = page ? "h1" : "h2"
  return (
    <div className={page ? "state state-page" : "state"}>
      {page && <title>{title}</title>}
      <span className="state-icon">
        <Icon aria-hidden />
      </span>
      <Heading>{title}</Heading>
      {children}
      {actions && <div className="state-actions">{actions}</div>}
    </div>
  )
}

/** Nothing here yet: says what will be here and offers the first step. */
export function EmptyState(props: { title: string; body?: ReactNode; action?: ReactNode; icon?: LucideIcon }) {
  return (
    <State icon={props.icon ?? Inbox} title={props.title} actions={props.action}>
      {props.body && <p>{props.body}</p>}
    </State>
  )
}

/** The filters exclude everything. `clearHref` is the list without them. */
export function NoMatch({ clearHref }: { clearHref: string }) {
  const t = useTranslations("ui.state")
  return (
    <State
      icon={SearchX}
      title={t("noMatchTitle")}
      actions={<LinkButton href={clearHref}>{t("noMatchClear")}</LinkButton>}
    >
      <p>{t("noMatchBody")}</p>
    </State>
  )
}

/** `who` can grant access: “Dana (owner) or Lee (admin)”. */
export function Forbidden({ who, homeHref = "/" }: { who?: string; homeHref?: string }) {
  const t = useTranslations("ui.state")
  return (
    <State
      icon={Lock}
      page
      title={t("forbiddenTitle")}
      actions={<LinkButton href={homeHref}>{t("goHome")}</LinkButton>}
    >
      <p>{t("forbiddenBody", { who: who ?? t("forbiddenWho") })}</p>
    </State>
  )
}

export function NotFound({ homeHref = "/" }: { homeHref?: string }) {
  const t = useTranslations("ui.state")
  return (
    <State
      icon={MapPinOff}
      page
      title={t("notFoundTitle")}
      actions={<LinkButton href={homeHref}>{t("goHome")}</LinkButton>}
    >
      <p>{t("notFoundBody")}</p>
    </State>
  )
}

export function ErrorState({ requestId, retry }: { requestId?: string; retry?: ReactNode }) {
  const t = useTranslations("ui.state")
  return (
    <State icon={TriangleAlert} page title={t("errorTitle")} actions={retry}>
      <p>{t("errorBody")}</p>
      {requestId && <p className="font-mono text-xs">{t("request", { id: requestId })}</p>}
    </State>
  )
}

/** Signing in happens in a new tab, so that a half-written form behind this stays as it is. */
export function SessionEnded({ signInHref }: { signInHref: string }) {
  const t = useTranslations("ui.state")
  return (
    <State
      icon={LogIn}
      page
      title={t("sessionTitle")}
      actions={
        <LinkButton variant="primary" href={signInHref} target="_blank">
          {t("sessionSignIn")}
        </LinkButton>
      }
    >
      <p>{t("sessionBody")}</p>
    </State>
  )
}
