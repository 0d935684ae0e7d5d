import type { LinkView } from '../api/open.ts'
import { TextArea } from '../shared/fields.tsx'
import { useTexts } from '../texts/language.ts'

export type Choice = 'yes' | 'no' | 'abstain'
const all: readonly Choice[] = ['yes', 'no', 'abstain']

type Props = {
  item: NonNullable<LinkView['round']>['items'][number]
  secret: boolean
  /** Whether what was chosen is shown once more before it is cast. */
  checking: boolean
  choice: Choice | undefined
  words: string
  onChoice: (choice: Choice) => void
  onWords: (words: string) => void
}

/** One item of a ballot: to be chosen, or as it was chosen. */
export function BallotItem({ item, secret, checking, choice, words, onChoice, onWords }: Props) {
  const { t } = useTexts()
  return (
    <fieldset>
      <legend>
        {t.item(item.item)} {item.title}
      </legend>
      {checking ? (
        <>
          <p className="big">{t[choice ?? 'abstain']}</p>
          {choice === 'no' && <p className="text">{words}</p>}
        </>
      ) : (
        <>
          <p>
            {t.solution}：{item.solution}
          </p>
          <div className="options">
            {all.map((one) => (
              <label key={one} className={choice === one ? 'chosen' : ''}>
                <input
                  type="radio"
                  name={`item-${item.item}`}
                  checked={choice === one}
                  onChange={() => onChoice(one)}
                />
                <span>{t[one]}</span>
              </label>
            ))}
          </div>
          {choice === 'no' && (
            <TextArea
              label={t.whyNot}
              hint={secret ? t.whyNotSecret : t.whyNotHint}
              value={words}
              max={300}
              required={false}
              onChange={onWords}
            />
          )}
        </>
      )}
    </fieldset>
  )
}
