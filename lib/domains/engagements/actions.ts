"use server"

import { action } from "@/lib/kernel/action"
import { createEngagement, updateEngagement } from "./operations"

const page = ({ id, clientId }: { id: string; clientId: string }) => `/clients/${clientId}/engagements/${id}`

export const createEngagementAction = action(createEngagement, { to: (made) => `${page(made)}?done=engagementCreated` })
export const updateEngagementAction = action(updateEngagement, { to: (made) => `${page(made)}?done=revisionAdded` })
