import type { PlaceCode } from '@xieshang/kernel'
import { chainParts } from '@xieshang/rules'
import { apiAddress } from '../shared/addresses.ts'
import { ChainHead } from '../shared/chainHead.tsx'
import { useTexts } from '../texts/language.ts'

/** E4: the course of a published consultation, for whoever wants to know that nobody changed it. */
export function Chain({ county, id, event, hash }: { county: PlaceCode; id: string; event: number; hash: string }) {
  const { t } = useTexts()
  const parts = Array.from({ length: chainParts(event) }, (_, index) => index + 1)
  return (
    <details className="card">
      <summary>{t.chain.title}</summary>
      <p>{t.chain.why}</p>
      <ChainHead hash={hash} />
      <p className="row actions">
        {parts.map((part) => (
          <a key={part} className="button" href={apiAddress.chain({ county, id }, { query: { part: `${part}` } })}>
            {parts.length === 1 ? t.chain.file : t.chain.part(part)}
          </a>
        ))}
      </p>
      <p className="quiet">{t.chain.noNames}</p>
      <p className="quiet">{t.chain.how}</p>
    </details>
  )
}
