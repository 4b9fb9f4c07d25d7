import { randomInt } from "node:crypto"
import { NextRequest } from "next/server"
import { GET as start } from "@/app/(auth)/a/start/route"
import { GET as firmHandoff } from "@/app/(firm-entry)/w/handoff/route"
import { GET as portalHandoff } from "@/app/(portal-entry)/p/handoff/route"
import { GET as callback } from "@/app/api/auth/callback/[provider]/route"
import { GET as begin } from "@/app/api/sign-in/[provider]/route"
import { parseHost } from "@/lib/platform/site"

type Stop = (url: URL) => boolean

/** A browser that knows our route handlers for signing in, keeps cookies by host and follows redirects. */
export class SignInBrowser {
  // Failures are counted by address: each browser has its own.
  private address = `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}`
  private jars = new Map<string, Map<string, string>>()
  /** Every line that set a cookie on a host of ours. */
  readonly cookieLines: string[] = []
  readonly visited: string[] = []

  /** Follows redirects to the first page of ours, or to the first address that `stop` holds. */
  async open(address: string, stop: Stop = () => false): Promise<URL> {
    for (let url = new URL(address), hops = 0; hops < 15; hops++) {
      if (stop(url)) return url
      this.visited.push(url.href)
      const response = await this.ask(url)
      const location = response?.headers.get("location")
      if (!response || !location) return response && response.status >= 400 ? new URL(`about:${response.status}`) : url
      url = new URL(location, url)
    }
    throw new Error(`still under way: ${this.visited.at(-1)}`)
  }

  cookies = (host: string) => Object.fromEntries(this.jar(host))
  setCookie = (host: string, name: string, value: string) => this.jar(host).set(name, value)

  private async ask(url: URL): Promise<Response | undefined> {
    const ours = url.host.endsWith("localhost:3000")
    const headers = {
      host: url.host,
      cookie: [...this.jar(url.host)].map((pair) => pair.join("=")).join("; "),
      "user-agent": "SignInBrowser",
      "x-forwarded-for": this.address,
    }
    const response = ours ? await answer(new NextRequest(url, { headers }), url) : await outside(url, headers.cookie)
    for (const line of response?.headers.getSetCookie() ?? []) {
      if (ours) this.cookieLines.push(line)
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
      if (value === "" || /max-age=0/i.test(line)) this.jar(url.host).delete(name!)
      else this.jar(url.host).set(name!, value!)
    }
    return response
  }

  private jar(host: string) {
    if (!this.jars.has(host)) this.jars.set(host, new Map())
    return this.jars.get(host)!
  }
}

const outside = (url: URL, cookie: string) => fetch(url, { redirect: "manual", headers: { cookie } })

/** The routes as the proxy and Next find them; undefined for pages. */
async function answer(request: NextRequest, url: URL): Promise<Response | undefined> {
  const [, api, rest] = /^\/api\/(sign-in|auth\/callback)\/([^/]+)$/.exec(url.pathname) ?? []
  const context = { params: Promise.resolve({ provider: rest ?? "" }) }
  if (api) return api === "sign-in" ? begin(request, context) : callback(request, context)
  const kind = parseHost(url.host)?.kind
  if (kind === "auth" && url.pathname === "/start") return start(request)
  if (kind === "firm" && url.pathname === "/handoff") return firmHandoff(request)
  if (kind === "portal" && url.pathname === "/handoff") return portalHandoff(request)
}
