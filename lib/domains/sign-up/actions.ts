"use server"
import { action } from "@/lib/kernel/action"
import { addressAt } from "@/lib/platform/env"
import { changeDemoRequest } from "./operations"
import { finishSignUp, requestDemo, signUp } from "./public"

export const signUpAction = action(signUp, { to: ({ email }) => `/sign-up/sent?${new URLSearchParams({ email })}` })
export const finishSignUpAction = action(finishSignUp, {
  to: ({ host, email }) => addressAt(host, `/sign-in?${new URLSearchParams({ email, done: "firmOpened" })}`),
})
export const requestDemoAction = action(requestDemo, { to: () => "/demo/thanks" })
export const changeDemoRequestAction = action(changeDemoRequest)
