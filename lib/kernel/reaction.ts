import type { Key, TenantDb } from "@/db/tenant"
import type { Actor } from "./actor"
import type { EventName, Operation } from "./operation"

/** Something that happened, as the queue hands it on: ids only. */
export type Happened = { id: string; name: EventName; subjectId: string; clientId: string | null; at: string }

export type ReactionScope = {
  key: Key
  actor: Actor
  /** A transaction on the firm's rows; several may follow one another, with the network in between. */
  read<T>(work: (db: TenantDb) => Promise<T>): Promise<T>
  write<T>(work: (db: TenantDb) => Promise<T>): Promise<T>
  perform<Input, Output>(operation: Operation, input: Input): Promise<Output>
}

/** What a domain does when something happened: after commit, retried, so it must be harmless to repeat. */
export type Reaction = {
  on: EventName | EventName[]
  name: string
  run(event: Happened, scope: ReactionScope): Promise<void>
}

export const reaction = (definition: Reaction): Reaction => definition

/** Work put into the queue by name, for later or for after a crash. */
export type Task = { name: string; run(payload: Record<string, unknown>, scope: ReactionScope): Promise<void> }
export const task = (definition: Task): Task => definition
