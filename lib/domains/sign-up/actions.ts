"use server"
import { action } from "@/lib/kernel/action"
import { changeDemoRequest } from "./operations"
import { finishSignUp, requestDemo, signUp } from "./public"

export const signUpAction = action(signUp, { to: ({ email }) => `/sign-up/sent?${new URLSearchParams({ email })}` })
export const finishSignUpAction = action(finishSignUp, {
  to: ({ host, email }) => `/welcome/opened?${new URLSearchParams({ firm: host.split(".")[0]!, email })}`,
})
export const requestDemoAction = action(requestDemo, { to: () => "/demo/thanks" })
export const changeDemoRequestAction = action(changeDemoRequest)
