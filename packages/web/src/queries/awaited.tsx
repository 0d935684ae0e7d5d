import type { UseQueryResult } from '@tanstack/react-query'
import { Loading, ProblemBox } from '../shared/parts.tsx'

/** What stands in the place of an answer that is not there: that it comes, or why it did not. */
export const Awaited = ({ query: { error, refetch } }: { query: UseQueryResult }) =>
  error === null ? <Loading /> : <ProblemBox error={error} retry={refetch} />
