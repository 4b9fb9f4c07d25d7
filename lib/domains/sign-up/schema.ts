import { z } from "zod"
import { currency, email, line, prose } from "@/lib/kernel/fields"
import { subdomainForm } from "./rules"

export const subdomain = z
  .string()
  .trim()
  .toLowerCase()
  .regex(subdomainForm, { error: "sign-up.refusals.subdomainForm" })

export const newSignUp = z.strictObject({
  firmName: line(120),
  subdomain,
  name: line(120),
  email,
  password: z.string().min(8).max(128),
  currency: currency.default("USD"),
  timeZone: z
    .string()
    .max(60)
    .refine((zone) => Intl.supportedValuesOf("timeZone").includes(zone) || zone === "UTC", {
      error: "sign-up.refusals.timeZone",
    })
    .default("UTC"),
})

export const newDemoRequest = z.strictObject({
  name: line(120),
  email,
  company: line(160),
  people: z.enum(["1-5", "6-20", "21-100", "100+"]).default("1-5"),
  message: prose(2000).default(""),
})
