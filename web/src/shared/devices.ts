const programs: [RegExp, string][] = [
  [/MicroMessenger/, '微信'],
  [/HarmonyOS|HuaweiBrowser/, 'Huawei'],
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/Firefox|FxiOS/, 'Firefox'],
  [/Chrome|CriOS/, 'Chrome'],
  [/Safari/, 'Safari'],
]
const systems: [RegExp, string][] = [
  [/iPhone|iPad/, 'iPhone / iPad'],
  [/HarmonyOS/, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'Mac'],
  [/Linux/, 'Linux'],
]
const first = (table: [RegExp, string][], agent: string) => table.find(([pattern]) => pattern.test(agent))?.[1]

/** What a person calls the device: 微信 · Android. What nobody knows by name stays as it said itself, shortened. */
export function deviceName(agent: string): string {
  const names = [first(programs, agent), first(systems, agent)].filter(Boolean)
  return names.length ? names.join(' · ') : agent.slice(0, 30) || '—'
}
