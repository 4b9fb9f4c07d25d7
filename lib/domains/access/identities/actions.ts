"use server"

import { action } from "@/lib/kernel/action"
import { unlinkIdentity } from "./operations"

export const unlinkIdentityAction = action(unlinkIdentity, { to: () => "/sessions?done=identityRemoved" })
