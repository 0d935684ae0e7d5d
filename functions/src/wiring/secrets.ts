import type { PlaceCode } from '@xieshang/kernel'
import { openPeople, openSecrets, type Table } from '@xieshang/store'
import { environment } from './environment.ts'

/** What only functions with the county's key can do. */
export function withSecrets(table: Table, tenant: PlaceCode) {
  const { KEY_ARN: keyArn } = environment('KEY_ARN')
  const secrets = openSecrets({ table, keyArn, tenant })
  return { secrets, people: openPeople(table, secrets) }
}
