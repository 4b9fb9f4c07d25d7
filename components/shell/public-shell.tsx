import Link from "next/link"
import { getTranslations } from "next-intl/server"
import type { ReactNode } from "react"
import { LinkButton } from "../ui/button"
import { Toaster } from "../ui/toaster"
import { Wordmark } from "./wordmark"

/** Header and footer of the public site. `signInHref` is the page that asks which firm. */
export async function PublicShell({ signInHref = "/sign-in", children }: { signInHref?: string; children: ReactNode }) {
  const t = await getTranslations("shell")
  const links = [
    { href: "/#product", label: t("public.product") },
    { href: "/pricing", label: t("public.pricing") },
    { href: "/demo", label: t("public.demo") },
  ]
  return (
    <div className="public">
      <a className="skip-link" href="#content">
        {t("skip")}
      </a>
      <header className="public-head">
        <Link href="/" prefetch={false} aria-label="ConsultantPro">
          <Wordmark />
        </Link>
        <nav className="public-nav" aria-label={t("nav.site")}>
          {links.map(({ href, label }) => (
            <Link key={href} href={href} prefetch={false}>
              {label}
            </Link>
          ))}
        </nav>
        <div className="public-act">
          <LinkButton href={signInHref} variant="ghost" size="sm">
            {t("public.signIn")}
          </LinkButton>
          <LinkButton href="/sign-up" variant="primary" size="sm">
            {t("public.signUp")}
          </LinkButton>
        </div>
      </header>
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <footer className="public-foot">
        <div>
          <Wordmark />
          <p>{t("public.tagline")}</p>
        </div>
        <nav aria-label={t("public.product")}>
          {links.map(({ href, label }) => (
            <Link key={href} href={href} prefetch={false}>
              {label}
            </Link>
          ))}
          <a href="/api/docs">{t("public.api")}</a>
        </nav>
        <p>{t("public.footer", { year: new Date().getFullYear() })}</p>
      </footer>
      <Toaster />
    </div>
  )
}
