"use server"

import { action } from "@/lib/kernel/action"
import { retryJob } from "./operations"

export const retryJobAction = action(retryJob, { to: () => "/settings/jobs?done=jobRetried" })
