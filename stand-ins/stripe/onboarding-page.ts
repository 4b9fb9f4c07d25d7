import { accountById, completeOnboarding } from "./accounts"
import { now } from "./ids"
import { field, html, notice, type PageAnswer, type PageRequest, page, redirect } from "./page"
import { platform } from "./state"

/** The page behind an account link. A link serves once and for five minutes; after that it leads to `refresh_url`. */
export function onboardingPage({ world, method, pathname, form }: PageRequest): PageAnswer {
  const [accountId, linkId] = pathname.slice("/setup/s/".length).split("/")
  const link = world.state.get("onboarding_link", platform, linkId ?? "")
  if (link?.account !== accountId || !link) return notice(404, "Page not found", "This link doesn't exist.")
  if (link.used && method === "POST") return redirect(link.returnUrl)
  if (link.used || link.expiresAt <= now()) return redirect(link.refreshUrl)

  const account = accountById(world, link.account)
  const name = (form.get("businessName") ?? account.business_profile?.name ?? "").trim()
  if (method === "POST" && name) {
    world.state.put("onboarding_link", platform, { ...link, used: true })
    completeOnboarding({ world, owner: account.id, request: { id: null, idempotency_key: null } }, name)
    world.state.commit()
    return redirect(link.returnUrl)
  }
  const error = method === "POST" ? "Enter the name your customers know." : undefined
  return page(
    error ? 422 : 200,
    "Set up payments",
    html`<section class="card">
      <h1>Set up payments</h1>
      <p>Your customers pay into your own account. On real Stripe you would now confirm who you are and where payouts go.</p>
      ${error && html`<p class="alert" role="alert">Some fields need your attention.</p>`}
      <form method="post" action="${world.address}${pathname}" novalidate>
        ${field({ name: "businessName", label: "Business name", autocomplete: "organization", value: name, error })}
        <button type="submit">Agree and finish</button>
      </form>
      <p class="back"><a href="${link.returnUrl}">Do this later</a></p>
    </section>`,
  )
}
