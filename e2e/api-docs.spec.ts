import { at, expect, test } from "./fixtures"

// Recording pages of this size takes longer than showing them.
test.use({ trace: "off" })

test("the API's documentation renders in both viewers", async ({ visitor }) => {
  const page = await (await visitor()).newPage()
  await page.goto(at("acme", "/api/docs"))
  await expect(page.getByText("/auth/login").first()).toBeVisible()
  await page.goto(at("acme", "/api/redoc"))
  await expect(page.getByRole("heading", { name: /ConsultantPro API/ }).first()).toBeVisible()
  await expect(page.getByRole("heading", { name: "Sign in with e-mail and password" })).toBeVisible()
})
