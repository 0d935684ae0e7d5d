import { village } from '../../../packages/store/test/county.ts'
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

/** For each area of an API a request that reads something there. */
export async function requestsTo({ county }: World, consultation: string) {
  const [link] = (await county.tokensOf(consultation)).values()
  return {
    'staff/desk': get('/me', clerk),
    'staff/consultations': get(`/consultations/${consultation}`, clerk),
    'staff/villages': get(`/villages/${village}/template`, clerk),
    'staff/registers': get('/affairs/training', clerk),
    'staff/settings': get('/settings/parameters', clerk),
    'resident/links': get(`/links/${link}`, undefined),
    'resident/pages': get(`/public/consultations/${consultation}`, undefined),
    'resident/affairs': get('/public/open-data', undefined),
    'city/dashboard': get('/dashboard', city),
    'city/oversight': get('/overdue/3311', city),
  }
}
