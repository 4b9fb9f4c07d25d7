import { generateKeyPairSync } from "node:crypto"
import { once } from "node:events"
import { createServer } from "node:http"
import type { AddressInfo, Server } from "node:net"
import Provider, { type Configuration, interactionPolicy, type JWK } from "oidc-provider"

export type Person = { sub: string; email?: string; email_verified?: boolean; xms_edov?: boolean | string }

type Options = { clientId: string; clientSecret: string; redirectUri: string }

/** Stands in for Google or Microsoft in tests: whoever comes is at once the person that `next` names, or cancels. */
export async function startOidc({ clientId, clientSecret, redirectUri }: Options) {
  const server: Server = createServer((request, response) => answer(request, response))
  server.listen(0, "127.0.0.1")
  await once(server, "listening")
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  const people = new Map<string, Person>()
  const state: { next: Person | "cancels"; asked: URLSearchParams[] } = { next: "cancels", asked: [] }
  const provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri] }],
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ ...people.get(sub), sub }) }),
    claims: { openid: ["sub"], email: ["email", "email_verified", "xms_edov"], profile: ["name"] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    jwks: { keys: [generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ format: "jwk" }) as JWK] },
    ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    cookies: { keys: ["stand-in"] },
    features: { devInteractions: { enabled: false } },
    interactions: { policy: policy(), url: (_context, { uid }) => `/person/${uid}` },
    ...grantAtOnce,
  })
  provider.use(async (context, following) => {
    if (context.path === "/auth") state.asked.push(new URLSearchParams(context.querystring))
    if (!context.path.startsWith("/person/")) return following()
    const { next } = state
    if (next !== "cancels") people.set(next.sub, next)
    const result =
      next === "cancels" ? { error: "access_denied" } : { select_account: {}, login: { accountId: next.sub } }
    await provider.interactionFinished(context.req, context.res, result, { mergeWithLastSubmission: false })
    context.respond = false
  })
  const answer = provider.callback()

  return {
    issuer,
    /** What the product asked for, newest last. */
    asked: state.asked,
    meet(person: Person | "cancels") {
      state.next = person
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}

function policy() {
  const all = interactionPolicy.base()
  all.add(new interactionPolicy.Prompt({ name: "select_account", requestable: true }), 0)
  return all
}

const grantAtOnce: Pick<Configuration, "loadExistingGrant"> = {
  async loadExistingGrant({ oidc }) {
    const grant = new oidc.provider.Grant({ clientId: oidc.client!.clientId, accountId: oidc.session!.accountId! })
    grant.addOIDCScope("openid email profile")
    await grant.save()
    return grant
  },
}
