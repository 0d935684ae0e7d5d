import type { OpenPlugin, PluginTools, Subscriber } from './plugin.ts'

/** Opens the plugins of a desk, to be asked as one. */
export function openPlugins(all: readonly OpenPlugin[], tools: PluginTools) {
  const plugins = all.map((open) => open(tools))
  return {
    pages: plugins.flatMap(({ page }) => page ?? []),
    takeSms: plugins.find(({ takeSms }) => takeSms !== undefined)?.takeSms,
    /** @returns whether one of them writes the log group */
    subscribe(logGroup: string, subscription: string, subscriber: Subscriber): boolean {
      const written = plugins.flatMap((one) => (one.logGroup?.name === logGroup ? one.logGroup : []))
      for (const one of written) one.subscribe(subscription, subscriber)
      return written.length > 0
    },
    start: (): void => {
      for (const one of plugins) one.start?.()
    },
    stop: async (): Promise<void> => {
      await Promise.all(plugins.map((one) => one.stop?.()))
    },
  }
}

export type Plugins = ReturnType<typeof openPlugins>
