import { docsAsset } from "@/lib/platform/api-docs"

export const GET = async (_request: Request, { params }: { params: Promise<{ asset: string }> }) =>
  docsAsset((await params).asset)
