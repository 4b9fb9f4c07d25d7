"use server"

import { redirect } from "next/navigation"
import { action } from "@/lib/kernel/action"
import { env, siteUrl } from "@/lib/platform/env"
import { rememberPreferences } from "@/lib/platform/remember"
import { forgetSession, type SessionSurface, startSession, surfaceOf } from "@/lib/platform/session"
import { endSession, logout, requestReset, reset, signIn, signOutEverywhere } from "./operations"
import { joinByInvitation } from "./public"
import { preferencesOf } from "./queries"
import { safePath } from "./rules"

async function arrive(surface: SessionSurface, secret: string) {
  await startSession(surface, secret)
  await rememberPreferences(await preferencesOf({ surface, secret }))
}

export const signInAction = action(signIn, {
  before: async ({ surface, secret }) => {
    if (secret) await arrive(surface, secret)
  },
  to: ({ surface, subdomain }, form) =>
    subdomain
      ? siteUrl("firm", subdomain, "/sign-in")
      : safePath(form.get("next"), surface === "platform" ? "/platform" : "/"),
})

const end = action(logout, {
  before: async (_result, { site }) => {
    const surface = surfaceOf(site.kind)
    if (surface) await forgetSession(surface)
  },
})

/** Signing out always ends at the sign-in page, also when the session had ended already. */
export async function signOutAction(form: FormData) {
  await end({ ok: false, fields: {}, values: {} }, form)
  redirect("/sign-in")
}

export const endSessionAction = action(endSession)
export const signOutEverywhereAction = action(signOutEverywhere, { to: () => "/sign-in" })
export const requestResetAction = action(requestReset, { to: () => "/forgot?sent=1" })
export const resetAction = action(reset, { to: () => "/sign-in?done=passwordSaved" })

export const joinAction = action(joinByInvitation, {
  before: async ({ surface, secret }) => {
    if (secret) await arrive(surface, secret)
  },
  to: ({ secret, host }) => (secret ? "/" : `${env.PROTOCOL}://${host}/sign-in`),
})
