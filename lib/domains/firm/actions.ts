"use server"

import { action, formOf } from "@/lib/kernel/action"
import type { FormState } from "@/lib/kernel/form-state"
import { removeLogo, setLogo, updateFirm } from "./operations"

export const updateGeneralAction = action(updateFirm, { to: () => "/settings?done=saved" })
export const showFirstStepsAction = action(updateFirm, {
  to: (firm) => (firm.firstStepsHidden ? "/?done=stepsHidden" : "/"),
})
export const updatePortalAction = action(updateFirm, { to: () => "/settings/portal?done=saved" })
export const removeLogoAction = action(removeLogo, { to: () => "/settings/portal?done=saved" })

const send = action(setLogo, { to: () => "/settings/portal?done=saved" })

/** A file of a form, as the operation takes it; it is not sent back when it is refused. */
export async function setLogoAction(previous: FormState, form: FormData): Promise<FormState> {
  const file = formOf(form).get("image")
  const fields = new FormData()
  fields.set("image", file instanceof File ? Buffer.from(await file.arrayBuffer()).toString("base64") : "")
  return { ...(await send(previous, fields)), values: {} }
}
