export const isPhone = (text: string) => /^1\d{10}$/.test(text)
export const isCode = (text: string) => /^\d{6}$/.test(text)

/** The code in a message such as 验证码 204816，5 分钟内有效。 */
export const codeIn = (text: string | undefined) => text?.split(/\D+/).find(isCode)
