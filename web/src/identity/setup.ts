import { computed, shallowRef } from 'vue'
import { api, type Schemas } from '@/api'
import { useAction } from '@/shared/use'

/** Setting up a second factor: a secret goes into the app on the phone, a code comes back, recovery codes are shown. */
export function useSetup() {
  const secret = shallowRef<Schemas['SecondFactorSetup']>()
  const picture = shallowRef<Picture>()
  const codes = shallowRef<string[]>()

  const begin = useAction(async (password?: string) => {
    if (password) await api.POST('/api/session/proof', { body: { password } })
    const { data } = await api.POST('/api/me/second-factor')
    secret.value = data
    picture.value = data && (await drawn(data.address))
  })
  const confirm = useAction(async (code: string) => {
    const { data } = await api.POST('/api/me/second-factor/confirmation', { body: { code } })
    codes.value = data?.codes
  })
  /** Whoever signed in a while ago shows once more who he is. */
  const wantsPassword = computed(
    () => begin.problem?.code === 'session.proof' || begin.problem?.errors.some((each) => each.field === 'password'),
  )
  return { secret, picture, codes, begin, confirm, wantsPassword }
}

/** A QR code as one path over so many modules in a row, the quiet ones around it included. */
export interface Picture {
  size: number
  path: string
}

export async function drawn(text: string): Promise<Picture> {
  const { encode } = await import('uqr')
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const path = data
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
    .filter(Boolean)
    .join('')
  return { size, path }
}

/** A secret in fours, as it is typed. */
export const inFours = (secret: string) => secret.replace(/(.{4})(?=.)/g, '$1 ')
