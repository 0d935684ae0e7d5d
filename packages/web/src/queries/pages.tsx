import { useInfiniteQuery } from '@tanstack/react-query'
import { Fragment, type ReactNode } from 'react'
import { Loading, ProblemBox } from '../shared/parts.tsx'
import { useTexts } from '../texts/language.ts'
import type { Page, Paged } from './paged.ts'

type PagesProps<P extends Page> = {
  readonly query: Paged<P>
  /** Whether nothing is shown until the first page is there. */
  readonly quiet?: boolean
  /** What one page shows. */
  readonly children: (page: P, at: { readonly first: boolean }) => ReactNode
}

/** A list page by page; the next one comes when it is asked for. */
export function Pages<P extends Page>({ query, quiet = false, children }: PagesProps<P>) {
  const list = useInfiniteQuery(query)
  const { data, error, refetch } = list
  return (
    <>
      <ProblemBox error={error} retry={refetch} />
      {data === undefined && error === null && !quiet && <Loading />}
      {data?.pages.map((page, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a page is its place in the list, wherever it begins by now
        <Fragment key={index}>{children(page, { first: index === 0 })}</Fragment>
      ))}
      <More list={list} />
    </>
  )
}

type List = {
  readonly hasNextPage: boolean
  readonly isFetchingNextPage: boolean
  readonly fetchNextPage: () => unknown
}

/** The button for the next page of a list, where there is one. */
export function More({ list: { hasNextPage, isFetchingNextPage, fetchNextPage } }: { readonly list: List }) {
  const { t } = useTexts()
  if (!hasNextPage) return null
  return isFetchingNextPage ? (
    <Loading />
  ) : (
    <button type="button" onClick={() => fetchNextPage()}>
      {t.more}
    </button>
  )
}
