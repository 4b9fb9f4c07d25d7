import { subscribe } from "@/lib/kernel/live"

export const dynamic = "force-dynamic"

export const GET = (request: Request) => subscribe(request)
