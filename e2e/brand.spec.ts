import sharp from "sharp"
import { at, expect, phone, test } from "./fixtures"
import { call } from "./http"
import { hosts } from "./surroundings"

/** A firm's own letters on a see-through ground, wide as logos are. */
const logo = () =>
  sharp({ create: { width: 480, height: 120, channels: 4, background: { r: 24, g: 90, b: 160, alpha: 1 } } })
    .png()
    .toBuffer()

test("a firm's logo is set without a script, and stands where clients come in", async ({ as, visitor }) => {
  const desk = await (await as("birch", { javaScriptEnabled: false })).newPage()
  await desk.goto(at("birch", "/settings/portal"))
  const choose = (buffer: Buffer) =>
    desk.getByLabel("Logo", { exact: true }).setInputFiles({ name: "logo.png", mimeType: "image/png", buffer })
  await choose(Buffer.from("only called a picture"))
  await desk.getByRole("button", { name: "Use this picture" }).click()
  await expect(desk.getByText("Choose a picture: a PNG, JPEG or WebP file.").first()).toBeVisible()

  await choose(await logo())
  await desk.getByRole("button", { name: "Use this picture" }).click()
  const shown = desk.getByRole("img", { name: "Logo of Birch & Co" })
  await expect(shown).toBeVisible()

  const client = await (await visitor(phone)).newPage()
  await client.goto(at("birchPortal", "/sign-in"))
  const theirs = client.getByRole("img", { name: "Birch & Co" })
  await expect(theirs).toBeVisible()
  expect(await theirs.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(480)
  const path = await theirs.getAttribute("src")
  expect((await call(hosts.acme, path!)).status, "another firm's host knows nothing of it").toBe(404)

  await desk.getByRole("button", { name: "Remove logo" }).click()
  await expect(shown).toHaveCount(0)
  await client.reload()
  await expect(theirs).toHaveCount(0)
})
