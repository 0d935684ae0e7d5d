import { useTexts } from '../texts/language.ts'
import { QrCode } from './qrCode.tsx'

/** E4: the head of a chain, whole, as text to be typed and as a code to be read. */
export function ChainHead({ hash }: { hash: string }) {
  const { t } = useTexts()
  return (
    <div className="chain-head">
      <p>
        {t.chain.head} <code>{hash.match(/.{1,4}/g)?.join(' ')}</code>
      </p>
      <QrCode of={hash} />
    </div>
  )
}
