import { t, type MessageKey } from '../i18n'

/** The choices of a code list, each in the words `<prefix>.<code>`; a code without a word does not compile. */
export function optionsOf<const C extends string, const P extends string>(
  prefix: `${P}.${C}` extends MessageKey ? P : never,
  codes: readonly C[],
) {
  return codes.map((code) => ({ code, label: t(`${prefix}.${code}` as MessageKey) }))
}
