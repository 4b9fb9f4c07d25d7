"use client"

import { PageFailure } from "@/components/navigation/page-failure"

export default PageFailure
