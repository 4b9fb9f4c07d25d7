import type { NextRequest } from "next/server"
import { handoff } from "@/app/api/sign-in/handoff"

export const GET = (request: NextRequest) => handoff(request)
