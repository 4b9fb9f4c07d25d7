import type Stripe from "stripe"
import type { Call } from "./call"
import { invalid, missing } from "./failure"
import fixtures from "./fixtures.json" with { type: "json" }
import { newId, now } from "./ids"
import { listOf } from "./lists"
import { mergedMetadata } from "./metadata"
import { platform } from "./state"
import { emit, type Scope, type World } from "./world"

const linkLivesSeconds = 300

const due = ["business_profile.url", "external_account", "tos_acceptance.date", "tos_acceptance.ip"]

const noProfile = { ...fixtures.account.business_profile, specified_commercial_transactions_act_url: null }

const onboarded = {
  charges_enabled: true,
  details_submitted: true,
  payouts_enabled: true,
  capabilities: { card_payments: "active", transfers: "active" },
} satisfies Partial<Stripe.Account>

/**
 * Two words in the metadata are the stand-in's own, for demo data: `standin: "onboarded"` creates an account that may
 * take payments at once, `standin_id` gives it its id, and finds it again when it is already there.
 */
export function createAccount(call: Call<Stripe.AccountCreateParams>): Stripe.Account {
  const { params, world } = call
  const metadata = mergedMetadata({}, params.metadata)
  const id = metadata.standin_id ?? newId("acct", 16)
  if (!/^acct_[A-Za-z0-9]+$/.test(id)) throw invalid("standin_id must look like acct_1Ab2", "metadata[standin_id]")
  const existing = world.state.get("account", platform, id)
  if (existing) return existing
  if (params.type !== "standard") throw invalid("The stand-in has Standard accounts only: say type=standard", "type")

  const account = {
    ...fixtures.account,
    id,
    object: "account",
    business_profile: { ...noProfile, ...profile(params) },
    business_type: params.business_type ?? null,
    capabilities: { card_payments: "inactive", transfers: "inactive" },
    controller: { type: "application", is_controller: true },
    country: params.country ?? "US",
    created: now(),
    default_currency: params.default_currency ?? "usd",
    email: params.email ?? null,
    external_accounts: { object: "list", data: [], has_more: false, url: `/v1/accounts/${id}/external_accounts` },
    metadata,
    requirements: requirements(due),
    type: "standard",
    ...(metadata.standin === "onboarded" && { ...onboarded, requirements: requirements([]) }),
  } satisfies Stripe.Account
  return world.state.put("account", platform, account)
}

const requirements = (open: string[]) => ({
  ...fixtures.account.requirements,
  currently_due: open,
  eventually_due: open,
  disabled_reason: open.length > 0 ? ("requirements.past_due" as const) : null,
})

const profile = ({ business_profile }: Stripe.AccountCreateParams | Stripe.AccountUpdateParams) =>
  Object.fromEntries(Object.entries(business_profile ?? {}).map(([name, value]) => [name, value === "" ? null : value]))

export function updateAccount(call: Call<Stripe.AccountUpdateParams>): Stripe.Account {
  const { params, world } = call
  const account = accountById(world, call.path.account!)
  const changed = {
    ...account,
    business_profile: { ...noProfile, ...account.business_profile, ...profile(params) },
    business_type: params.business_type ?? account.business_type ?? null,
    email: params.email ?? account.email,
    metadata: mergedMetadata(account.metadata ?? {}, params.metadata),
  } satisfies Stripe.Account
  emit({ ...call, owner: account.id }, "account.updated", changed)
  return world.state.put("account", platform, changed)
}

export function retrieveAccount({ world, path, owner }: Call): Stripe.Account {
  if (path.account) return accountById(world, path.account)
  if (owner !== platform) return accountById(world, owner)
  throw invalid("The stand-in's platform has no account object of its own: retrieve a connected account")
}

export function listAccounts({ world, params }: Call<Stripe.AccountListParams>): Stripe.ApiList<Stripe.Account> {
  const dated = world.state.all("account").map((account) => ({ ...account, created: account.created ?? 0 }))
  return listOf("/v1/accounts", dated, params)
}

export function createAccountLink({ world, params }: Call<Stripe.AccountLinkCreateParams>): Stripe.AccountLink {
  const account = accountById(world, params.account, "account")
  const { refresh_url: refreshUrl, return_url: returnUrl } = params
  if (!refreshUrl || !URL.canParse(refreshUrl)) throw invalid("Not a valid URL", "refresh_url", "url_invalid")
  if (!returnUrl || !URL.canParse(returnUrl)) throw invalid("Not a valid URL", "return_url", "url_invalid")

  const id = newId("link")
  const expiresAt = now() + linkLivesSeconds
  world.state.put("onboarding_link", platform, {
    id,
    account: account.id,
    returnUrl,
    refreshUrl,
    expiresAt,
    used: false,
  })
  return {
    object: "account_link",
    created: now(),
    expires_at: expiresAt,
    url: `${world.address}/setup/s/${account.id}/${id}`,
  } satisfies Stripe.AccountLink
}

/** What the hosted onboarding ends in: the account may take payments. */
export function completeOnboarding(scope: Scope, name: string): void {
  const account = accountById(scope.world, scope.owner)
  const changed = {
    ...account,
    ...onboarded,
    business_profile: { ...noProfile, ...account.business_profile, name },
    requirements: requirements([]),
    tos_acceptance: { date: now(), ip: "127.0.0.1", user_agent: null },
  } satisfies Stripe.Account
  scope.world.state.put("account", platform, changed)
  const { charges_enabled, details_submitted, payouts_enabled } = account
  emit(scope, "account.updated", changed, { charges_enabled, details_submitted, payouts_enabled })
}

export function accountById(world: World, id: string, param = "account"): Stripe.Account {
  const account = world.state.get("account", platform, id)
  if (!account) throw missing("account", id, param)
  return account
}

/** Refuses what needs a finished onboarding; the platform itself always may. */
export function requireCharges({ world, owner }: Scope): void {
  if (owner === platform || accountById(world, owner).charges_enabled) return
  throw invalid(
    "Your account cannot currently make charges: its onboarding isn't complete.",
    undefined,
    "account_invalid",
  )
}
