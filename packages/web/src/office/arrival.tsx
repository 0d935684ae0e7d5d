import { useEffect } from 'react'

/** Who comes by a link to a step finds it open and in sight. */
export function Arrival() {
  useEffect(() => {
    const step = location.hash === '' ? null : document.getElementById(location.hash.slice(1))
    if (!(step instanceof HTMLDetailsElement)) return
    step.open = true
    step.scrollIntoView()
  }, [])
  return null
}
