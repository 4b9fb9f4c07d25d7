import { storage } from "@/lib/platform/storage"
import { serveSignedFile } from "@/lib/platform/storage-local-route"

type Context = { params: Promise<{ key: string[] }> }

const serve = async (request: Request, { params }: Context) =>
  serveSignedFile(request, (await params).key.join("/"), storage())

export { serve as GET, serve as HEAD, serve as PUT }
