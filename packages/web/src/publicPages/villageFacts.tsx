import { type PlaceCode, tenantOf } from '@xieshang/kernel'
import { openCounty } from '../api/open.ts'
import { useLoad } from '../shared/useLoad.ts'
import { useTexts } from '../texts/language.ts'
import { Shown } from './affairs.tsx'

const load = async (division: PlaceCode) => {
  const { entries } = openCounty(tenantOf(division))
  const [trainings, reviews] = await Promise.all([entries('training', division), entries('review', division)])
  const attended = trainings.entries.reduce((sum, { digest }) => sum + Number(digest.attended), 0)
  return {
    trainings: trainings.entries.length,
    attended,
    reviews: reviews.entries.filter(({ status }) => status === 'concluded'),
  }
}

/** Beside a village's results: how many were trained (G8), and how its work was reviewed (F4). */
export function VillageFacts({ division }: { division: PlaceCode }) {
  const { t } = useTexts()
  const { data } = useLoad(load, [division])
  if (data === undefined || data.trainings + data.reviews.length === 0) return null
  return (
    <section>
      {data.trainings > 0 && <p>{t.affairs.trainingsHere(data.trainings, data.attended)}</p>}
      {data.reviews.length > 0 && (
        <>
          <h2>{t.affairs.reviewsHere}</h2>
          <ul className="cards">
            {data.reviews.map((entry) => (
              <Shown key={entry.id} entry={entry} />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
