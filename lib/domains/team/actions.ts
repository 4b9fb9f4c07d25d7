"use server"

import { action } from "@/lib/kernel/action"
import {
  deactivateMember,
  inviteMember,
  inviteMemberAgain,
  reactivateMember,
  setMemberAccess,
  transferOwnership,
  updateMember,
} from "./operations"

export const inviteMemberAction = action(inviteMember, { to: () => "/team?done=memberInvited" })
export const inviteMemberAgainAction = action(inviteMemberAgain, { to: ({ id }) => `/team/${id}?done=memberInvited` })
export const updateMemberAction = action(updateMember, { to: ({ id }) => `/team/${id}?done=saved` })
export const setMemberAccessAction = action(setMemberAccess, { to: ({ id }) => `/team/${id}?done=memberAccess` })
export const deactivateMemberAction = action(deactivateMember, { to: ({ id }) => `/team/${id}?done=memberDeactivated` })
export const reactivateMemberAction = action(reactivateMember, { to: ({ id }) => `/team/${id}?done=memberReactivated` })
export const transferOwnershipAction = action(transferOwnership, {
  to: ({ id }) => `/team/${id}?done=ownershipTransferred`,
})
