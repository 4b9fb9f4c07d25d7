"use server"
import { action } from "@/lib/kernel/action"
import { sendContract, signOnBehalf } from "./operations"
import { signOurContract } from "./portal"

export const sendContractAction = action(sendContract)
export const signOnBehalfAction = action(signOnBehalf)
export const signOurContractAction = action(signOurContract)
