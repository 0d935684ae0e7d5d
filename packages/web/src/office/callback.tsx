import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { Loading, ProblemBox } from '../shared/parts.tsx'
import { finishSignIn, signIn } from './session.ts'

let finishing: Promise<string> | undefined

/** Where the identity provider sends officers back to. */
export default function Callback() {
  const [, go] = useLocation()
  const [error, setError] = useState<unknown>()
  useEffect(() => {
    // The answer can be taken once only, however often the page is drawn.
    finishing ??= finishSignIn()
    finishing.then((path) => {
      finishing = undefined
      go(path, { replace: true })
    }, setError)
  }, [go])
  return (
    <main className="page">
      {error === undefined ? <Loading /> : <ProblemBox error={error} retry={() => void signIn()} />}
    </main>
  )
}
