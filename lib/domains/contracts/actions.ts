"use server"
import { action } from "@/lib/kernel/action"
import { sendContract, signOnBehalf } from "./operations"

export const sendContractAction = action(sendContract)
export const signOnBehalfAction = action(signOnBehalf)
