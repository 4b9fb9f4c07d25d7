"use server"
import { action } from "@/lib/kernel/action"
import { createLeadForm, updateLeadForm } from "./operations/forms"
import { convertLead, createLead, deleteLead, updateLead } from "./operations/leads"
import { submitPublicForm } from "./public"

export const createLeadAction = action(createLead, { to: ({ id }) => `/leads/${id}?done=leadCreated` })
export const updateLeadAction = action(updateLead, { to: ({ id }) => `/leads/${id}?done=leadSaved` })
export const changeLeadAction = action(updateLead)
export const deleteLeadAction = action(deleteLead, { to: () => "/leads?done=leadDeleted" })
export const convertLeadAction = action(convertLead, { to: ({ id }) => `/prospects/${id}?done=leadConverted` })
export const createLeadFormAction = action(createLeadForm, { to: ({ id }) => `/forms/${id}?done=formCreated` })
export const updateLeadFormAction = action(updateLeadForm, { to: ({ id }) => `/forms/${id}?done=formSaved` })
export const submitPublicFormAction = action(submitPublicForm, {
  to: (_received, form) => `/forms/${form.get("slug")}?sent=yes`,
})
