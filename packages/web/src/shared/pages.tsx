import { type ReactNode, useState } from 'react'
import { useTexts } from '../texts/language.ts'
import { Loading, ProblemBox } from './parts.tsx'
import { useLoad } from './useLoad.ts'

type Page = { readonly cursor?: string | undefined }

type PagesProps<P extends Page, Of extends readonly string[]> = {
  /** Loads a page of what is named from a cursor on; from '' the first. The same function on every render. */
  readonly load: (cursor: string, ...of: Of) => Promise<P>
  readonly of: Of
  /** What one page shows. */
  readonly children: (page: P, at: { readonly first: boolean }) => ReactNode
}

/** A list page by page: each begins where the one before ends now, and the next one comes when it is asked for. */
export function Pages<P extends Page, const Of extends readonly string[]>(props: PagesProps<P, Of>) {
  return <One key={props.of.join('\n')} {...props} cursor="" />
}

function One<P extends Page, Of extends readonly string[]>({
  cursor,
  ...pages
}: PagesProps<P, Of> & { cursor: string }) {
  const { t } = useTexts()
  const { data, error, reload } = useLoad(pages.load, [cursor, ...pages.of])
  const [further, setFurther] = useState(false)
  return (
    <>
      <ProblemBox error={error} retry={reload} />
      {data === undefined && error === undefined && <Loading />}
      {data !== undefined && pages.children(data, { first: cursor === '' })}
      {data?.cursor !== undefined &&
        (further ? (
          <One {...pages} cursor={data.cursor} />
        ) : (
          <button type="button" onClick={() => setFurther(true)}>
            {t.more}
          </button>
        ))}
    </>
  )
}
