import type { Work } from "@/lib/domains/time/schema"

/** Projects, and below each its open tasks, as one choice. */
export const workOptions = (work: Work) =>
  work.flatMap(({ projectId, projectName, clientName, tasks }) => [
    { value: projectId, label: projectName, hint: clientName },
    ...tasks.map(({ id, title }) => ({
      value: `${projectId}:${id}`,
      label: `${projectName}: ${title}`,
      hint: clientName,
    })),
  ])
