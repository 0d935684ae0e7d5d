import { useLocation } from 'wouter'
import { staffOf } from '../api/staff.ts'
import { useTexts } from '../texts/language.ts'
import { Frame } from './frame.tsx'
import type { Me } from './office.tsx'
import { TopicForm } from './topicForm.tsx'

/** P1: a new topic. */
export function Propose({ me, county, village }: { me: Me; county: string; village: string }) {
  const { t } = useTexts()
  const [, go] = useLocation()
  return (
    <Frame me={me}>
      <h1>{t.propose}</h1>
      <TopicForm
        label={t.submitTopic}
        village={village}
        onSend={async (topic, key) => {
          const { consultation } = await staffOf(county).propose({ division: village, ...topic }, key)
          go(`/office/c/${consultation.id}`)
        }}
      />
    </Frame>
  )
}
