import { openOfficialAccount, openSettings } from '@xieshang/store'
import { county } from '../../wiring/county.ts'
import { httpFunction } from '../../wiring/http.ts'
import { withSecrets } from '../../wiring/secrets.ts'
import { officialAccountOperations } from '../officialAccount.ts'
import { settingsOperations } from '../settings.ts'

const { tenant, table } = county()
const { secrets } = withSecrets(table, tenant)

/** What the county sets for itself. */
export const handler = httpFunction('staff', [
  ...settingsOperations({ settings: openSettings(table) }, tenant),
  ...officialAccountOperations(openOfficialAccount(table, secrets), tenant),
])
