/** What was typed is a name, or a whole telephone or identity number: these are found exactly or not at all. */
export function searched(q: string | undefined): { q?: string; phone?: string; identity?: string } {
  const bare = q?.replace(/[\s-]/g, '') ?? ''
  if (/^1\d{10}$/.test(bare)) return { phone: bare }
  if (/^\d{17}[\dXx]$/.test(bare)) return { identity: bare.toUpperCase() }
  return { q: q || undefined }
}
