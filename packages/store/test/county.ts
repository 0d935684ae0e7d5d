import { createCipheriv, createDecipheriv, randomBytes, randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { KMSClient } from '@aws-sdk/client-kms'
import { placeCodeOf } from '@xieshang/kernel'
import {
  type Actor,
  type CastBallot,
  type CommandBody,
  type CommandType,
  type Consultation,
  type ProposeTopic,
  shapeText,
} from '@xieshang/rules'
import { commandOf, openActs, openCounting } from '../../acts/src/index.ts'
import { openCountyStore } from '../src/county/store.ts'
import { openPeople, openSeals, openSecrets, type Person, type Table } from '../src/index.ts'
import { createTestTable } from './table.ts'

export const village = placeCodeOf('331102001001')
export const officer: Actor = { sub: 'officer-1', name: '经办人1', role: 'village', division: village }
export const secondOfficer: Actor = { ...officer, sub: 'officer-2', name: '经办人2' }
export const now = () => new Date().toISOString()
export const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()

/** A KMS that knows one key and insists on the encryption context, as the real one does. */
export async function startKms() {
  const master = randomBytes(32)
  const aad = (context: unknown) => Buffer.from(JSON.stringify(context))
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as {
      EncryptionContext: unknown
      CiphertextBlob?: string
    }
    const action = String(request.headers['x-amz-target']).split('.').at(-1)
    const iv = randomBytes(12)
    if (action === 'GenerateDataKey') {
      const plain = randomBytes(32)
      const cipher = createCipheriv('aes-256-gcm', master, iv).setAAD(aad(body.EncryptionContext))
      const sealed = Buffer.concat([cipher.update(plain), cipher.final()])
      const blob = Buffer.concat([iv, cipher.getAuthTag(), sealed])
      response.end(JSON.stringify({ Plaintext: plain.toString('base64'), CiphertextBlob: blob.toString('base64') }))
      return
    }
    const blob = Buffer.from(body.CiphertextBlob ?? '', 'base64')
    const decipher = createDecipheriv('aes-256-gcm', master, blob.subarray(0, 12))
      .setAAD(aad(body.EncryptionContext))
      .setAuthTag(blob.subarray(12, 28))
    const plain = Buffer.concat([decipher.update(blob.subarray(28)), decipher.final()])
    response.end(JSON.stringify({ Plaintext: plain.toString('base64') }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const client = new KMSClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  })
  return { client, endpoint: `http://127.0.0.1:${port}`, stop: () => server.close() }
}

/** A county on a fresh table, with the verbs that tests use. @param on which table, as `createTestTable` takes it */
export async function startCounty(on: Parameters<typeof createTestTable>[0] = {}) {
  const { client, table, tableName } = await createTestTable(on)
  const kms = await startKms()
  const secrets = openSecrets({ table, kms: kms.client, keyArn: 'key', tenant: placeCodeOf('331102') })
  const people = openPeople(table, secrets)
  const store = openCountyStore(table)
  const { table: sealTable, tableName: sealTableName } = await createTestTable(on)
  const seals = openSeals(sealTable)
  const acts = openActs({ store, people, secrets, seals })
  const counting = openCounting({ store, seals })
  let counter = 0

  /** A party organisation, a committee, and residents with phones up to `phones`. */
  const register = (residents: number, phones = residents) =>
    people.register(village, [
      { name: '书记', category: 'partyMember', class: 'partyOrganisation', phone: '+8613900000001' },
      { name: '主任', category: 'resident', class: 'committee', phone: '+8613900000002' },
      ...Array.from({ length: residents }, (_, index) => ({
        name: `居民${index}`,
        category: 'resident' as const,
        class: 'localResident' as const,
        ...(index < phones && { phone: `+86138${String(index).padStart(8, '0')}` }),
      })),
    ])

  const topic: ProposeTopic = {
    division: village,
    title: '停车位改造',
    description: '小区停车难',
    matter: 'M5.1',
    publicInterest: true,
    proposers: [{ kind: 'committee', name: '村委会' }],
  }

  const run = <T extends CommandType>(
    id: string,
    type: T,
    body: CommandBody<T>,
    options: { actor?: Actor; ifMatch?: number; key?: string } = {},
  ) => {
    const actor = options.actor ?? officer
    return acts.run({
      consultation: id,
      command: commandOf(type, body),
      actor,
      now: now(),
      ifMatch: options.ifMatch,
      request: { sub: actor.sub, key: options.key ?? `key-${++counter}`, fingerprint: JSON.stringify([type, body]) },
      authorise: () => undefined,
    })
  }

  /** The same, for steps that a test takes for granted. */
  const done = async <T extends CommandType>(
    id: string,
    type: T,
    body: CommandBody<T>,
    options: { actor?: Actor } = {},
  ) => {
    const outcome = await run(id, type, body, options)
    if (outcome.kind !== 'done') throw new Error(`${type}: ${JSON.stringify(outcome)}`)
    return outcome.state
  }

  const propose = async (key = `key-${++counter}`, fields: Partial<ProposeTopic> = {}) => {
    const outcome = await acts.propose({
      id: `C${randomUUID().replaceAll('-', '')}`,
      body: { ...topic, ...fields },
      actor: officer,
      now: now(),
      request: { sub: officer.sub, key, fingerprint: 'propose' },
      authorise: () => undefined,
    })
    if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome))
    return outcome.state
  }

  const seatsOf = (persons: readonly Person[]): NonNullable<CommandBody<'fixParticipants'>['seats']> =>
    persons.map((person) => ({ person: person.id, category: person.category, class: person.class }))

  /** What the steps do after a list was fixed. */
  const makeSeats = async (state: Consultation) => {
    for (const index of (state.list?.pages ?? []).keys()) await store.participants.makePage(secrets, state, index + 1)
  }

  /** A consultation whose list is fixed and told, with items, ready to be voted. */
  const ready = async (residents: number, items = 1) => {
    const { people: persons } = await register(residents)
    const { id } = await propose()
    await done(id, 'registerTopic', { party: '书记', committee: '主任' })
    const fixed = await done(id, 'fixParticipants', {
      basis: { nature: '公共', interests: '全体', complexity: '一般', scope: '全村' },
      seats: seatsOf(persons),
    })
    await makeSeats(fixed)
    await done(id, 'issueNotice', {
      text: '请来商议',
      materials: [{ title: '方案', text: '方案说明' }],
      meeting: { at: inHours(2), place: '会议室' },
      opinionsUntil: inHours(1),
      channels: ['sms', 'website', 'screen'],
    })
    await done(id, 'recordTelling', {
      seats: persons.map((_, index) => index + 1),
      channel: 'door',
      toldAt: now(),
      teller: '网格员',
      note: '',
    })
    await done(id, 'chooseForms', { forms: ['meeting'] })
    for (let item = 1; item <= items; item++)
      await done(id, 'addItem', {
        title: `第${item}条`,
        aspects: { problem: '问题', manifestation: '', impact: '', cause: '', solution: '办法', cautions: '' },
      })
    return id
  }

  /** One of 22, of whom 18 came and 17 raised their hands for it, up to its publication. */
  const published = async () => {
    const id = await ready(20)
    await done(id, 'openSession', { kind: 'council', place: '礼堂', host: '书记', recorder: '文书' })
    await done(id, 'takeAttendance', { session: 1, present: Array.from({ length: 18 }, (_, n) => n + 1) })
    await done(id, 'openRound', { method: 'hands', items: [1], secrecy: 'named' })
    const counts = [{ item: 1, yes: 17, no: 0, abstain: 0 }]
    await done(id, 'enterHands', { round: 1, counts })
    await done(id, 'confirmHands', { round: 1, counts }, { actor: secondOfficer })
    await done(id, 'closeSession', { session: 1 })
    await done(id, 'fileRecord', { bodies: [{ body: 'township', name: '街道' }] })
    await done(id, 'publishOutcome', { channels: ['website'], text: '公示' })
    return id
  }

  /** The tokens of the links of a consultation, by seat. */
  const tokensOf = async (id: string): Promise<ReadonlyMap<number, string>> => {
    const seats = await store.seats.list(id)
    const tokens = seats.map(
      async ({ seat }) => [seat, (await store.seats.linkToken(secrets, id, seat)) ?? ''] as const,
    )
    return new Map(await Promise.all(tokens))
  }

  /** A vote over the link of a seat, as the resident's page would send it. */
  const cast = async (
    id: string,
    token: string | undefined,
    choices: CastBallot['choices'],
    options: { key?: string; now?: string; round?: number } = {},
  ) => {
    const state = await store.consultations.load(id)
    const round = state?.rounds[(options.round ?? state.rounds.length) - 1]
    if (round === undefined) throw new Error('There is no round')
    const ballot = { round: round.round, shape: shapeText(round), choices }
    return store.ballots.cast(token ?? '', ballot, options.key ?? `key-${++counter}`, options.now ?? now())
  }

  /** Closes a round and counts it, as the function that counts does. */
  const closed = async (id: string, round: number) => {
    await done(id, 'closeRound', { round })
    await counting.finish(id, round, now())
    const state = await store.consultations.load(id)
    if (state === undefined) throw new Error('It is gone')
    return state
  }

  /** The same counting on a table that ends the program after some writes; reads go on. */
  const cutOff = () => {
    const writes = { left: Number.POSITIVE_INFINITY }
    const counted = (on: Table): Table => {
      const guard =
        <A extends unknown[], R>(write: (...args: A) => Promise<R>) =>
        (...args: A): Promise<R> => {
          if (writes.left-- <= 0) throw new Error('cut off')
          return write(...args)
        }
      return {
        ...on,
        put: guard(on.put),
        update: guard(on.update),
        updateOr: guard(on.updateOr),
        delete: guard(on.delete),
        putMany: guard(on.putMany),
        transact: guard(on.transact),
      }
    }
    const cut = openCounting({ store: openCountyStore(counted(table)), seals: openSeals(counted(sealTable)) })
    return { counting: cut, writes }
  }

  return {
    seals,
    cutOff,
    sealTable,
    sealTableName,
    counting,
    tokensOf,
    cast,
    closed,
    client,
    table,
    tableName,
    secrets,
    people,
    store,
    acts,
    register,
    seatsOf,
    makeSeats,
    propose,
    run,
    done,
    ready,
    published,
    kms: kms.client,
    kmsEndpoint: kms.endpoint,
    stop: kms.stop,
  }
}

export type TestCounty = Awaited<ReturnType<typeof startCounty>>
