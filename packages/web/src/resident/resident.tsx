import type { PlaceCode } from '@xieshang/kernel'
import { openCounty } from '../api/open.ts'
import { LanguageSwitch, Loading, ProblemBox } from '../shared/parts.tsx'
import { showTime } from '../shared/time.ts'
import { useLoad } from '../shared/useLoad.ts'
import { useTexts } from '../texts/language.ts'
import { Ballot } from './ballot.tsx'
import { Details } from './details.tsx'
import { Opinion } from './opinion.tsx'
import { Reply } from './reply.tsx'

const load = (county: PlaceCode, token: string) => openCounty(county).link(token)

/** What a resident sees behind the personal link: large, plain, one thing after another. */
export default function ResidentPage({ county, token }: { county: PlaceCode; token: string }) {
  const { t, language } = useTexts()
  const { data: view, error, reload, set } = useLoad(load, [county, token], 15_000)
  if (view === undefined)
    return (
      <main className="resident">
        {error === undefined ? <Loading /> : <ProblemBox error={error} retry={reload} />}
      </main>
    )
  const { consultation, seat } = view
  return (
    <main className="resident">
      <div className="row end">
        <LanguageSwitch />
      </div>
      <p className="hello">{t.hello(seat.name)}</p>
      <p className="quiet">{t.invited(consultation.divisionName)}</p>
      <h1>{consultation.title}</h1>
      <p>{consultation.notice?.text ?? consultation.description}</p>
      {view.onPaper && (
        <section className="card ballot" role="status">
          <h2>{t.onPaper}</h2>
          <p>{t.onPaperHint}</p>
        </section>
      )}
      {view.round !== undefined && <Ballot county={county} token={token} round={view.round} onDone={reload} />}
      {consultation.notice !== undefined && consultation.outcome === undefined && (
        <section className="card">
          <h2>{t.whenWhere}</h2>
          <p className="big">{showTime(consultation.notice.meeting.at, language)}</p>
          <p className="big">{consultation.notice.meeting.place}</p>
        </section>
      )}
      {consultation.outcome === undefined && <Reply county={county} token={token} reply={seat.reply} onDone={set} />}
      <Details consultation={consultation} />
      {view.feedbackOpen && (
        <Opinion kind="feedback" county={county} token={token} open written={view.feedback} onDone={set} />
      )}
      {(!view.feedbackOpen || view.opinions.length > 0) && (
        <Opinion
          kind="opinion"
          county={county}
          token={token}
          open={view.opinionsOpen}
          written={view.opinions}
          onDone={set}
        />
      )}
      {!seat.votes && <p className="quiet">{t.youAttend}</p>}
    </main>
  )
}
