import { createTranslator, type NamespaceKeys, type NestedKeyOf } from "use-intl/core"
import { defaultLocale, isLocale, type Messages, messagesFor } from "./messages"

/** The catalogue's texts outside of a request: on paper and in mails. */
export function translator<Namespace extends NamespaceKeys<Messages, NestedKeyOf<Messages>>>(
  locale: string,
  namespace: Namespace,
) {
  const known = isLocale(locale) ? locale : defaultLocale
  return createTranslator({ locale: known, messages: messagesFor(known), namespace })
}
