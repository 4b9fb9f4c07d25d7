const id = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}/g
/** A page's kind: its path without ids, with the parameters that choose what it shows. */
function kindOf(url) {
  const shown = ["tab", "view"].flatMap((name) =>
    url.searchParams.has(name) ? [`${name}-${url.searchParams.get(name)}`] : [],
  )
  const path = url.pathname.replace(id, "one").replace(/^\//, "").replaceAll("/", ".") || "home"
  return [path, ...shown].join(".")
}

/** Signs in and answers the browser state of a session; without an address that of a visitor. */
export async function signedIn(browser, host, email, password) {
  const context = await browser.newContext()
  if (email) {
    const page = await context.newPage()
    await page.goto(`${host}/sign-in`)
    await page.getByLabel("E-mail").fill(email)
    await page.getByLabel("Password").fill(password)
    await page.getByRole("button", { name: "Sign in", exact: true }).click()
    await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"))
  }
  const state = await context.storageState()
  await context.close()
  return state
}

/** One address of each kind of page that links lead to from `start`, as `[kind, address]`. */
export async function everyPage(browser, storageState, start) {
  const context = await browser.newContext({ storageState, javaScriptEnabled: false })
  const page = await context.newPage()
  const found = new Map([[kindOf(new URL(start)), start]])
  for (const address of found.values()) {
    const answer = await page.goto(address)
    if (!answer?.headers()["content-type"]?.startsWith("text/html")) continue
    const links = await page.locator("a[href]:not([download])").evaluateAll((all) => all.map(({ href }) => href))
    for (const href of links) {
      const url = new URL(href)
      if (url.host !== new URL(start).host || /^\/(api|sign-out)/.test(url.pathname)) continue
      if (!found.has(kindOf(url))) found.set(kindOf(url), `${url.origin}${url.pathname}${url.search}`)
    }
  }
  await context.close()
  return [...found]
}
