import { serveLogo } from "@/lib/platform/logo-route"

type Context = { params: Promise<{ name: string }> }

export const GET = async (request: Request, { params }: Context) => serveLogo(request, (await params).name)
