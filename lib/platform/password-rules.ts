import { commonStems } from "./common-passwords"

export type PasswordProblem = "tooShort" | "tooLong" | "common" | "personal"

const sentences: Record<PasswordProblem, string> = {
  tooShort: "Use at least 8 characters; 15 or more are better.",
  tooLong: "Use at most 128 characters.",
  common: "This password is among the first ones tried by an attacker. Choose another, such as four unrelated words.",
  personal: "Leave your name and e-mail address out of the password.",
}

/** What is wrong with a new password, or null; `about` are texts it must not lean on, such as the e-mail address. */
export function passwordProblem(
  password: string,
  about: string[] = [],
): { code: PasswordProblem; message: string } | null {
  const code = problem(password.normalize("NFKC"), about)
  return code && { code, message: sentences[code] }
}

function problem(password: string, about: string[]): PasswordProblem | null {
  const length = [...password].length
  if (length < 8) return "tooShort"
  if (length > 128) return "tooLong"
  if (isCommon(password.toLowerCase())) return "common"
  const words = about.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u)).filter((word) => word.length > 3)
  const rest = words.reduce((left, word) => left.replaceAll(word, ""), password.toLowerCase())
  return [...rest].length < 8 && words.some((word) => password.toLowerCase().includes(word)) ? "personal" : null
}

const lookalikes: Record<string, string> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
}
const rows = [
  "01234567890",
  "abcdefghijklmnopqrstuvwxyz",
  "qwertyuiop",
  "asdfghjkl",
  "zxcvbnm",
  "qwertzuiop",
  "azertyuiop",
]

function isCommon(password: string): boolean {
  if (new Set(password).size < 4 || /^(.{1,4})\1+$/u.test(password)) return true
  const reversed = [...password].reverse().join("")
  if (rows.some((row) => [row, row + row].some((keys) => keys.includes(password) || keys.includes(reversed))))
    return true
  const bare = password.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "")
  return [password, bare].some((text) => {
    const letters = text.replace(/[013457@$]/g, (sign) => lookalikes[sign] ?? sign)
    return [letters.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, ""), letters.replace(/[^\p{L}]/gu, "")].some((stem) =>
      commonStems.has(stem),
    )
  })
}
