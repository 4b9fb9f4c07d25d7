import { reaction } from "@/lib/kernel/reaction"
import { siteUrl } from "@/lib/platform/env"
import { translator } from "@/lib/platform/translator"
import { firmProfile } from "../firms/queries"
import { portalUrl } from "../firms/rules"
import { fromFirm } from "../mails/rules"
import { sendOnce } from "../mails/writes"
import { activePortalUsers } from "../portal-users/queries"
import { assignmentOf, commentById, findTask, peopleOfTask } from "./queries"
import { dayInWords, excerpt } from "./rules"

/** Whoever is given a task by somebody else learns of it; of several changes of mind, only the last. */
export const mailAssignee = reaction({
  on: "task.assigned",
  name: "tasks.mailAssignee",
  async run(event, scope) {
    const { firm, task, given } = await scope.read(async (db) => ({
      firm: await firmProfile(db),
      task: await findTask(db, event.subjectId),
      given: await assignmentOf(db, event),
    }))
    if (!task || !given) return
    const t = translator(firm.locale, "tasks.mail.assigned")
    const { title, projectName: project, clientName: client } = task
    await sendOnce(scope, {
      dedupeKey: `task.assigned:${event.id}`,
      template: "task.assigned",
      to: given.email,
      subjectId: task.id,
      compose: async () =>
        fromFirm(firm, t("subject", { title }), {
          preheader: t("preheader", { project, client }),
          heading: title,
          paragraphs: [t("body", { name: given.name, by: given.by }), excerpt(task.description)].filter(Boolean),
          facts: [
            [t("project"), project],
            [t("client"), client],
            ...(task.dueOn ? [[t("due"), dayInWords(task.dueOn, firm.locale)] as [string, string]] : []),
          ],
          action: { label: t("action"), url: siteUrl("firm", firm.subdomain, `/tasks/${task.id}`) },
        }),
    })
  },
})

/** A client's comment reaches who works on the task; the firm's reaches the client, if they can see the task. */
export const mailComment = reaction({
  on: "comment.added",
  name: "tasks.mailComment",
  async run(event, scope) {
    const found = await scope.read(async (db) => {
      const comment = await commentById(db, event.subjectId)
      const task = comment && (await findTask(db, comment.taskId))
      if (!task) return null
      const readers =
        comment.authorKind === "client"
          ? await peopleOfTask(db, task)
          : task.clientVisible
            ? await activePortalUsers(db, task.clientId)
            : []
      return { firm: await firmProfile(db), comment, task, readers }
    })
    if (!found) return
    const { firm, comment, task, readers } = found
    const ofClient = comment.authorKind === "client"
    const t = translator(firm.locale, "tasks.mail.comment")
    const path = `/tasks/${task.id}`
    const { title } = task
    const values = { author: comment.authorName, title, project: task.projectName, firm: firm.name }
    for (const { id, email: to } of readers)
      await sendOnce(scope, {
        dedupeKey: `comment.added:${event.id}:${id}`,
        template: "comment.added",
        to,
        subjectId: task.id,
        compose: async () =>
          fromFirm(firm, t("subject", values), {
            preheader: excerpt(comment.body, 120),
            heading: t("heading", values),
            paragraphs: [excerpt(comment.body)],
            facts: [
              [t("task"), title],
              [t("project"), task.projectName],
            ],
            action: {
              label: t("action"),
              url: ofClient ? siteUrl("firm", firm.subdomain, path) : portalUrl(firm, path),
            },
            footer: [t(ofClient ? "becauseTeam" : "becauseClient", values)],
          }),
      })
  },
})
