import { village } from '../../../packages/store/test/county.ts'
import { type Given, twice } from './given.ts'
import { tenant, type World } from './world.ts'

/** Who asks: an officer by their token's claims, or anybody. */
type Claims = Readonly<Record<string, string>> | undefined

const clerk: Claims = { sub: 'clerk', name: '经办人', role: 'village', division: village, tenant }
const city: Claims = { sub: 'city', name: '市民政局', role: 'city', division: '3311', tenant: '3311' }

/** A request as API Gateway hands it on. */
const get = (path: string, claims: Claims) => ({
  version: '2.0',
  routeKey: '$default',
  rawPath: path,
  rawQueryString: '',
  headers: {},
  requestContext: {
    requestId: 'bench',
    http: { method: 'GET', path, sourceIp: '127.0.0.1' },
    ...(claims !== undefined && { authorizer: { jwt: { claims } } }),
  },
  isBase64Encoded: false,
})

/** For each area of an API a request that reads something there, as most do that come first. */
export async function requestsTo({ county }: World, consultation: string): Promise<Record<string, Given>> {
  const tokens = [...(await county.tokensOf(consultation)).values()]
  const reads = (path: string, claims: Claims): Given => ({ least: () => get(path, claims) })
  return {
    'staff/desk': reads('/me', clerk),
    'staff/consultations': reads(`/consultations/${consultation}`, clerk),
    'staff/villages': reads(`/villages/${village}/template`, clerk),
    'staff/registers': reads('/affairs/training', clerk),
    'staff/settings': reads('/settings/parameters', clerk),
    // Who opens the link for the first time is told by it.
    'resident/links': twice((turn) => get(`/links/${tokens[turn]}`, undefined)),
    'resident/pages': reads(`/public/consultations/${consultation}`, undefined),
    'resident/affairs': reads('/public/open-data', undefined),
    'city/dashboard': reads('/dashboard', city),
    'city/oversight': reads('/overdue/3311', city),
  }
}
