"use server"

import { action } from "@/lib/kernel/action"
import { createAccount } from "./operations"

export const createAccountAction = action(createAccount, { to: () => "/ledger/accounts?done=accountCreated" })
