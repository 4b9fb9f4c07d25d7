"use server"

import { action } from "@/lib/kernel/action"
import { createPortalUser, invitePortalUserAgain, revokePortalUser, updatePortalUser } from "./operations"

const tab = ({ clientId }: { clientId: string }) => `/clients/${clientId}?tab=portal`

export const createPortalUserAction = action(createPortalUser, { to: (user) => `${tab(user)}&done=invitationSent` })
export const invitePortalUserAction = action(invitePortalUserAgain, {
  to: (user) => `${tab(user)}&done=invitationSent`,
})
export const updatePortalUserAction = action(updatePortalUser, { to: (user) => `${tab(user)}&done=saved` })
export const revokePortalUserAction = action(revokePortalUser, { to: (user) => `${tab(user)}&done=accessRevoked` })
