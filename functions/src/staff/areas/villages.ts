import { openImports, openPlaces, openTemplates } from '@xieshang/store'
import { county } from '../../wiring/county.ts'
import { httpFunction } from '../../wiring/http.ts'
import { withSecrets } from '../../wiring/secrets.ts'
import { peopleOperations } from '../people.ts'
import { templateOperations } from '../templates.ts'

const { tenant, table } = county()
const { secrets, people } = withSecrets(table, tenant)
const places = openPlaces(table)

/** What belongs to a village: its register, and from where its lists are filled. */
export const handler = httpFunction('staff', [
  ...peopleOperations(people, { imports: openImports(table), places }, secrets),
  ...templateOperations({ templates: openTemplates(table), places }),
])
