import { Duration } from 'aws-cdk-lib'
import { frontSecretOf } from '../constructs/front.ts'
import { defineHttpApi, type HttpApiOptions, type Identity } from '../constructs/http-api.ts'
import { placesPartition } from '../constructs/places.ts'
import { read, write } from './grants.ts'
import type { Ground } from './ground.ts'

/** What residents' requests write: facts beside a consultation, and what lies under a link. Never the consultation itself. */
const residentsWrite = ['FACTS#*', 'LINK#*']
/** What the function that anybody reaches reads: no register, no key, no account, no answer of an officer. */
const anybodyReads = [
  ...residentsWrite,
  ...['CASE#*', 'PUBLIC#*', 'SCREEN#*', 'MAILBOX', 'CATALOGUE', 'OPENDATA', placesPartition],
]

/** The county's API: what officers do behind their sign-in, and what residents and everybody else reach without. */
export function defineCountyApi(
  ground: Ground,
  { identity, domain }: { readonly identity: Identity; readonly domain: HttpApiOptions['domain'] },
): void {
  const staff = ground.define('staff', 'what officers do', {
    needs: {
      table: [{ verbs: [...read, ...write, 'BatchWriteItem'] }, { verbs: ['Query'], index: true }],
      // Who opens a secret round adds its key and can never read it.
      seals: ['PutItem'],
      secrets: 'makes',
    },
    timeout: Duration.seconds(29),
  })
  const resident = ground.define('resident', 'personal links and public pages', {
    needs: {
      table: [
        { verbs: read, partitions: anybodyReads },
        { verbs: ['Query'], partitions: anybodyReads, index: true },
        { verbs: ['PutItem', 'UpdateItem'], partitions: residentsWrite },
      ],
    },
    environment: { FRONT_SECRET: frontSecretOf(ground.stack) },
  })
  defineHttpApi(ground.stack, {
    name: ground.name(),
    mount: `api/${ground.code}`,
    domain,
    identity,
    protectedPaths: [
      '/me',
      '/divisions/{proxy+}',
      '/catalogue',
      '/villages/{proxy+}',
      '/consultations',
      '/consultations/{proxy+}',
      '/settings/{proxy+}',
      '/duties',
      '/affairs/{proxy+}',
      '/reports/{proxy+}',
      '/drafts/{proxy+}',
    ],
    protectedBy: staff,
    openPaths: ['/links/{proxy+}', '/public/{proxy+}', '/screens/{proxy+}'],
    openBy: resident,
  })
}
