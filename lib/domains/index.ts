import type { Operation } from "@/lib/kernel/operation"
import type { Reaction, Task } from "@/lib/kernel/reaction"
import * as access from "./access/operations"
import * as accessPublic from "./access/public"
import * as clients from "./clients/operations"

const operationModules = [access, accessPublic, clients]
const reactionModules: Record<string, Reaction>[] = []
const taskModules: Record<string, Task>[] = []

/** Everything the product can do. REST, OpenAPI, automations and the assistant read this list. */
export const operations: Operation[] = operationModules.flatMap(
  (module) => Object.values(module) as unknown as Operation[],
)

/** Everything that follows when something happened, and the work that is put off; the worker reads these. */
export const reactions: Reaction[] = reactionModules.flatMap((module) => Object.values(module))
export const tasks: Task[] = taskModules.flatMap((module) => Object.values(module))
