import { me } from "@/lib/domains/access/operations"
import { createClient } from "@/lib/domains/clients/operations"
import { perform } from "@/lib/kernel/perform"
import { checkEnvironment } from "@/lib/platform/env"
import { type Person, startOidc } from "@/stand-ins/oidc/server"
import { type aFirm, owner, type Somebody } from "./given"
import type { SignInBrowser } from "./sign-in-browser"

export const authHost = "auth.localhost:3000"
const callback = `http://${authHost}/api/auth/callback`
export const callbacks = { google: `${callback}/google`, microsoft: `${callback}/microsoft-entra-id` }

/** Stand-ins for both providers, configured for this process. */
export async function startProviders() {
  const google = await startOidc({ clientId: "g", clientSecret: "a secret: g/1", redirectUri: callbacks.google })
  const microsoft = await startOidc({ clientId: "m", clientSecret: "a secret: m/1", redirectUri: callbacks.microsoft })
  Object.assign(process.env, {
    GOOGLE_CLIENT_ID: "g",
    GOOGLE_CLIENT_SECRET: "a secret: g/1",
    OIDC_GOOGLE_ISSUER: google.issuer,
    MICROSOFT_CLIENT_ID: "m",
    MICROSOFT_CLIENT_SECRET: "a secret: m/1",
    OIDC_MICROSOFT_ISSUER: microsoft.issuer,
  })
  checkEnvironment()
  return { google, microsoft, close: () => Promise.all([google.close(), microsoft.close()]) }
}

let counter = 0
export const newSubject = () => `subject-${process.pid}-${counter++}`

export const emailOf = async ({ userId }: Somebody) =>
  (await owner<{ email: string }[]>`select email from auth.users where id = ${userId}`)[0]!.email

/** An account at Google with the person's own address. */
export const vouched = async (person: Somebody): Promise<Person> => ({
  sub: newSubject(),
  email: await emailOf(person),
  email_verified: true,
})

export const identitiesOf = ({ userId }: Somebody) =>
  owner<{ issuer: string; subject: string }[]>`
    select issuer, subject from auth.identities where user_id = ${userId} order by created_at`

export async function aClientsPerson(firm: Awaited<ReturnType<typeof aFirm>>) {
  const { id: clientId } = await firm.owner.does(createClient, { name: "Northwind" })
  return { person: await firm.portalUser(clientId), clientId }
}

export const at = ({ visit }: Somebody, path: string) => `http://${visit.site.host}${path}`
export const problemAt = (person: Somebody, problem: string) => at(person, `/sign-in?problem=${problem}`)

/** Whom the cookies of a host sign in, asked as a page would ask. */
export async function whoIs(browser: SignInBrowser, { visit, key: { surface } }: Somebody) {
  const secret = browser.cookies(visit.site.host)[surface === "portal" ? "__Host-ps" : "__Host-fs"]
  return secret ? perform(me, { surface, secret }, {}, visit) : null
}
