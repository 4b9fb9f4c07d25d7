import { operations } from "@/lib/domains"
import { openapi } from "@/lib/kernel/openapi"

const description = "One definition of each operation serves the screens, this API, automations and the assistant."

export const GET = () => Response.json(openapi(operations, { title: "ConsultantPro API", version: "1", description }))
