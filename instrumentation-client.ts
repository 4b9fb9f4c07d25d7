import { installTrustedTypes } from "@/components/shell/trusted-types"

installTrustedTypes()
