const json = { "content-type": "application/json" }

/**
 * What is asked, of whom, and how it may compare: the product in the firm that is measured (`product`) and in one of equal
 * size among ten (`few`), the floor (Node, the driver, template strings) and the smallest Next page (`minimal`).
 * @returns {{ name: string, of: string, limits?: { against: string, page: string, most: number }[], [more: string]: unknown }[]}
 */
export function pages({ host, portalHost, session, portalSession, token, ids, search }) {
  const page = { host, cookie: session }
  const listed = { path: "/invoices?limit=50" }
  const detail = { path: `/invoices/${ids.invoice}` }
  const entry = { projectId: ids.project, taskId: ids.task, date: ids.day, hours: "1.5", description: "Measured" }
  const create = {
    method: "POST",
    path: "/api/v1/projects/time-entries",
    headers: { ...json, authorization: `Bearer ${token}` },
    body: JSON.stringify(entry),
    host,
  }
  const plain = { method: "POST", headers: json, body: JSON.stringify(entry) }
  return [
    {
      name: "dashboard",
      of: "product",
      ...page,
      path: "/",
      limits: [{ against: "next", page: "minimal dashboard", most: 1.5 }],
    },
    {
      name: "list, HTML",
      of: "product",
      ...page,
      ...listed,
      limits: [
        { against: "floor", page: "floor list", most: 10 },
        { against: "next", page: "minimal list", most: 1.4 },
      ],
    },
    {
      name: "list, in-app navigation",
      of: "product",
      ...page,
      ...listed,
      router: true,
      limits: [
        { against: "floor", page: "floor list", most: 4 },
        { against: "next", page: "minimal navigation", most: 1.5 },
      ],
    },
    {
      name: "detail",
      of: "product",
      ...page,
      ...detail,
      limits: [{ against: "next", page: "minimal detail", most: 1.5 }],
    },
    { name: "project board", of: "product", ...page, path: `/projects/${ids.project}?tab=board` },
    {
      name: "create a time entry",
      of: "product",
      ...create,
      limits: [
        { against: "floor", page: "floor create", most: 4 },
        { against: "next", page: "minimal create", most: 2 },
      ],
    },
    { name: "search", of: "product", ...page, path: `/api/v1/search?q=${search}` },
    {
      name: "sign-in",
      of: "product",
      host,
      method: "POST",
      path: "/api/v1/auth/login",
      headers: json,
      body: JSON.stringify({ email: ids.email, password: ids.password }),
    },
    {
      name: "API list",
      of: "product",
      host,
      path: "/api/v1/finance/invoices?limit=50",
      headers: { authorization: `Bearer ${token}` },
    },
    { name: "portal home", of: "product", host: portalHost, cookie: portalSession, path: "/" },
    { name: "floor list", of: "floor", path: "/list" },
    { name: "floor create", of: "floor", path: "/create", ...plain },
    { name: "minimal list", of: "minimal", path: "/list" },
    { name: "minimal navigation", of: "minimal", path: "/list", router: true },
    { name: "minimal detail", of: "minimal", path: `/detail/${ids.invoice}` },
    { name: "minimal dashboard", of: "minimal", path: "/dashboard" },
    { name: "minimal create", of: "minimal", path: "/create", ...plain },
  ]
}

/** The pages that show whether a firm pays for its neighbours. */
export const growing = ["dashboard", "list, HTML", "detail"]
