import { reactive, ref } from 'vue'
import { useAction, type Thing } from '../use'
import type { Values } from './fields'

/**
 * The steps that somebody takes with one thing. Where somebody else was faster nothing is done: the newest state is
 * shown, to be read before the step is taken again.
 */
export function useSteps<T extends object>(
  thing: Thing<T>,
  send: (action: string, answers: Values) => Promise<{ data?: T; response?: Response }>,
) {
  const stale = ref(false)
  /** The last step that was taken here. */
  const done = ref<string>()
  const doing = useAction(async (action: string, answers: Values) => thing.take(await send(action, answers)))

  async function act(action: string, answers: Values): Promise<boolean> {
    stale.value = false
    const taken = await doing.run(action, answers)
    if (taken) done.value = action
    if (doing.problem?.status === 412) {
      doing.clear()
      await thing.reload()
      stale.value = true
    }
    return taken
  }
  return reactive({ doing, stale, done, act })
}
export type Steps = Pick<ReturnType<typeof useSteps>, 'doing' | 'stale' | 'done' | 'act'>
