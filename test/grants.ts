import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

type Grant = { readonly role: string; readonly action: string; readonly resource: string; readonly when?: string }
type Kept = { readonly granted: readonly Grant[]; readonly unused: readonly Grant[] }

/** Grants that no call of a function shows on the desk, and who needs them. */
const reasons: readonly (readonly [RegExp, string])[] = [
  [/ (logs|xray):/, 'Lambda itself writes logs and traces in the role’s name'],
  [
    / (staff|clock) kms:GenerateDataKey .*EncryptionContext/,
    'Whichever of the two keeps the first secret makes the data key',
  ],
  [
    / clock kms:Decrypt .*EncryptionContext/,
    'Once the county has its mailbox, which staff may have made, it opens nothing',
  ],
  [/ duties dynamodb:DeleteItem/, 'A duty that is owed no more by the calendar alone leaves its lists'],
  [/ duties dynamodb:BatchGetItem/, 'A pass that meets a vote online reads its turnout'],
  [/ wechat dynamodb:Query/, 'A posting whose message comes twice is answered from the events of the first'],
  [/ steps sqs:ChangeMessageVisibility/, 'A page that comes before what it rests on is put off a little'],
  [/ receipts sqs:SendMessage .*-dead$/, 'Lambda itself lays aside what failed three times, in the role’s name'],
  [
    / ingest sns:Publish/,
    'A county is asked when a summary does not follow the one before; whether one comes so is chance',
  ],
  [/ places dynamodb:DeleteItem/, 'A township that is no more leaves the table; on the desk all stay'],
  [
    / kms:(Encrypt|GenerateDataKey|DescribeKey) .*dynamodb/,
    'AWS’s guide names them beside Decrypt for who uses a table under a key of one’s own; not tried on an account',
  ],
]

/** A grant without what differs from county to county and from run to run. */
const textOf = ({ role, action, resource, when = '' }: Grant) =>
  `${role.replace(/-(\w+?)role[0-9A-F]{8}$/, ' $1')} ${action} ${resource} ${when}`
    .trim()
    // Before the codes of counties: a key's name may happen to hold one.
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'KEY')
    .replace(/33\d{4}/g, 'COUNTY')
    .replace(/\/stream\/\S+/, '/stream')

/** Grants that no run wrote down as used and that have no reason, by the files that the runs left. */
export function needless(folder: string): string[] {
  const runs = existsSync(folder)
    ? readdirSync(folder).map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Kept)
    : []
  const granted = new Set(runs.flatMap((run) => run.granted.map(textOf)))
  const used = new Set(
    runs.flatMap((run) => {
      const unused = new Set(run.unused.map((one) => JSON.stringify(one)))
      return run.granted.filter((one) => !unused.has(JSON.stringify(one))).map(textOf)
    }),
  )
  return [...granted].filter((one) => !used.has(one) && !reasons.some(([pattern]) => pattern.test(one))).sort()
}
