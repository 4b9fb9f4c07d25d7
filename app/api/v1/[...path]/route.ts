import { operations } from "@/lib/domains"
import { serveRest } from "@/lib/kernel/rest"

const serve = serveRest(operations)

export { serve as DELETE, serve as GET, serve as PATCH, serve as POST, serve as PUT }
