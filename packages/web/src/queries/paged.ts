import { infiniteQueryOptions, type QueryKey } from '@tanstack/react-query'

/** A page of a list; without a cursor the last one. */
export type Page = { readonly cursor?: string | undefined }

type Asking<P> = {
  readonly key: QueryKey
  /** A page from a cursor on; without one the first. */
  readonly page: (cursor: string | undefined, signal: AbortSignal) => Promise<P>
  readonly everyMs?: number
}

/** A list page by page: whenever it is read anew, each page begins where the one before ends now. */
export const paged = <P extends Page>({ key, page, everyMs }: Asking<P>) =>
  infiniteQueryOptions({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => page(pageParam === '' ? undefined : pageParam, signal),
    initialPageParam: '',
    getNextPageParam: ({ cursor }) => cursor,
    ...(everyMs !== undefined && { refetchInterval: everyMs }),
  })

export type Paged<P extends Page> = ReturnType<typeof paged<P>>

/** A cursor as a query of the API. */
export const from = (cursor: string | undefined) => (cursor === undefined ? {} : { cursor })
