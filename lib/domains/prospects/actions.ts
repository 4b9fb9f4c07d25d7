"use server"
import { action } from "@/lib/kernel/action"
import { convertProspect, createProspect, deleteProspect, updateProspect } from "./operations"

export const createProspectAction = action(createProspect, { to: ({ id }) => `/prospects/${id}?done=prospectCreated` })
export const updateProspectAction = action(updateProspect, { to: ({ id }) => `/prospects/${id}?done=prospectSaved` })
export const changeProspectAction = action(updateProspect)
export const deleteProspectAction = action(deleteProspect, { to: () => "/prospects?done=prospectDeleted" })
export const convertProspectAction = action(convertProspect, {
  to: ({ id }) => `/clients/${id}?done=prospectConverted`,
})
