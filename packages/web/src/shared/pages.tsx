import { type ReactNode, useState } from 'react'
import { useTexts } from '../texts/language.ts'
import { Loading, ProblemBox } from './parts.tsx'
import { useLoad } from './useLoad.ts'

type Page = { readonly cursor?: string | undefined }

type PagesProps<P extends Page> = {
  /** Loads a page by `<of>/<cursor>`; a cursor has no slash in it. The same function on every render. */
  readonly load: (key: string) => Promise<P>
  readonly of: string
  readonly everyMs?: number
  /** Whether nothing is shown until the first page is there. */
  readonly quiet?: boolean
  /** What one page shows. */
  readonly children: (page: P, at: { readonly first: boolean }) => ReactNode
}

/** What a list is asked for by, and from where on. */
export function partsOf(key: string): { readonly of: string; readonly cursor?: string } {
  const at = key.lastIndexOf('/')
  const cursor = key.slice(at + 1)
  return { of: key.slice(0, at), ...(cursor !== '' && { cursor }) }
}

/** A list page by page: each begins where the one before ends now, and the next one comes when it is asked for. */
export function Pages<P extends Page>(props: PagesProps<P>) {
  return <One key={props.of} {...props} cursor="" />
}

function One<P extends Page>({ cursor, ...pages }: PagesProps<P> & { cursor: string }) {
  const { t } = useTexts()
  const { data, error, reload } = useLoad(pages.load, `${pages.of}/${cursor}`, pages.everyMs)
  const [further, setFurther] = useState(false)
  return (
    <>
      <ProblemBox error={error} retry={reload} />
      {data === undefined && error === undefined && pages.quiet !== true && <Loading />}
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
