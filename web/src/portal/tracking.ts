/** What people write into a form: full-width figures, blanks, small letters. */
const narrow = (text: string) => text.normalize('NFKC').replace(/\s/g, '')

export const numberOf = (text: string) => narrow(text).toUpperCase()
export const codeOf = (text: string) => narrow(text).replace(/\D/g, '')
