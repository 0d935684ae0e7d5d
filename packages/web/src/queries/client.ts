import { QueryClient } from '@tanstack/react-query'

/**
 * What the pages of officers and of the city know of the server. A page that opens shows what is known and asks anew; the
 * queries that go stale by themselves say how often. Of one query one request is under way at a time.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // A failure is said at once, with a button: whoever stands in a hall without a network is not left waiting.
      retry: false,
      networkMode: 'always',
      // To ask without need might send to sign in while somebody types.
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
    },
  },
})
