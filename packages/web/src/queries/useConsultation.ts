import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { ConsultationView } from '../api/staff.ts'
import { consultationQuery, readAnew, takeOver, type Which } from './consultation.ts'

const everyMs = 4000

/** A consultation as it stands. Whoever moves it on, what else is known of it is read anew. */
export function useConsultation({ county, id }: Which) {
  const queryClient = useQueryClient()
  const one = useQuery({ ...consultationQuery({ county, id }), refetchInterval: everyMs })
  const version = one.data?.consultation.version
  const seen = useRef(version)
  useEffect(() => {
    if (seen.current !== undefined && seen.current !== version) void readAnew(queryClient, { county, id })
    seen.current = version
  }, [queryClient, county, id, version])
  return { one, onDone: (view: ConsultationView) => takeOver(queryClient, { county, id }, view) }
}
