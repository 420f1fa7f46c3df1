import type zh from './zh'

export default {} satisfies Record<keyof typeof zh, string>
