import { describe, expect, it } from "vitest"
import { passwordProblem } from "./password-rules"
import { dummyHash, hashPassword, verifyPassword } from "./passwords"

describe("passwords", () => {
  it("are stored as argon2id with the agreed cost, salted", async () => {
    const [one, two] = await Promise.all([hashPassword("correct horse"), hashPassword("correct horse")])
    expect(one).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/)
    expect(one).not.toBe(two)
  })

  it("fit only themselves", async () => {
    const stored = await hashPassword("correct horse")
    expect(await verifyPassword(stored, "correct horse")).toBe(true)
    expect(await verifyPassword(stored, "correct horsf")).toBe(false)
    expect(await verifyPassword("not a hash", "correct horse")).toBe(false)
  })

  it("are the same however the keyboard composes them", async () => {
    expect(await verifyPassword(await hashPassword("Schl\u00fcsselbund"), "Schlu\u0308sselbund")).toBe(true)
  })

  it("of nobody are checked all the same, and never fit", async () => {
    expect(await verifyPassword(null, "correct horse")).toBe(false)
    expect(dummyHash.split("$").slice(0, 4)).toEqual((await hashPassword("correct horse")).split("$").slice(0, 4))
  })

  it("are all hashed when many come at once", async () => {
    const hashes = await Promise.all(Array.from({ length: 12 }, (_, i) => hashPassword(`password ${i}`)))
    expect(new Set(hashes).size).toBe(12)
  })
})

describe("a new password", () => {
  it.each([
    "password1",
    "P@ssw0rd!",
    "12345678",
    "87654321",
    "qwertyuiop",
    "aaaaaaaa",
    "abcabcabc",
    "Welcome2026!",
    "123Admin123",
    "Consultantpro1",
    "letmein!!",
    "iloveyou7",
    "0987654321",
  ])("must not be %s", (password) => {
    expect(passwordProblem(password)?.code).toBe("common")
  })

  it.each(["demo-Passw0rd!", "four unrelated words here", "tr0ub4dor&3x", "žluťoučký kůň", "9fKx2!pLq"])(
    "may be %s",
    (password) => {
      expect(passwordProblem(password)).toBeNull()
    },
  )

  it("must have a sensible length, counted in characters", () => {
    expect(passwordProblem("9fKx2!p")).toEqual({ code: "tooShort", message: expect.stringContaining("8 characters") })
    expect(passwordProblem("🔑🐎")?.code).toBe("tooShort")
    expect(passwordProblem("9fKx".repeat(33))?.code).toBe("tooLong")
  })

  it("must not lean on the person's name or address", () => {
    expect(passwordProblem("margarethe1!", ["Margarethe.Stein@example.test"])?.code).toBe("personal")
    expect(passwordProblem("margarethe wears green hats", ["margarethe@example.test"])).toBeNull()
  })
})
