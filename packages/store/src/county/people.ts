import { maskPhone, type ParticipantCategory, type ParticipantClass, type PersonFact, sameName } from '@xieshang/rules'
import type { Item } from '../table/items.ts'
import type { Table } from '../table/table.ts'
import { keys } from './keys.ts'
import type { Secrets } from './secrets.ts'

export type NewPerson = {
  readonly name: string
  /** E.164, e.g. +8613812345678. */
  readonly phone?: string | undefined
  readonly category: ParticipantCategory
  readonly class: ParticipantClass
}

export type Person = {
  readonly id: string
  readonly name: string
  /** Masked. */
  readonly phone?: string
  /** The same for the same number in the village; made under the county's key, so that it says nothing of it. */
  readonly phoneMark?: string
  readonly category: ParticipantCategory
  readonly class: ParticipantClass
  readonly division: string
}

const personOf = (item: Item): Person => ({
  id: String(item.SK).slice('PERSON#'.length),
  name: String(item.name),
  ...(item.phone !== undefined && { phone: String(item.phone) }),
  ...(item.phoneMark !== undefined && { phoneMark: String(item.phoneMark) }),
  category: item.category as ParticipantCategory,
  class: item.class as ParticipantClass,
  division: String(item.division),
})

/** The register of a village: persons, their usual category and class, and their phone number under the county's key. */
export function openPeople(table: Table, secrets: Secrets) {
  /** The same name with the same number in the same village is the same person, whoever enters it. */
  const idOf = async (village: string, person: NewPerson) =>
    `${village}-${await secrets.index(`person|${village}|${sameName(person.name)}|${person.phone ?? ''}`)}`

  const itemOf = async (village: string, id: string, person: NewPerson): Promise<Item> => ({
    ...keys.person(id),
    name: person.name,
    category: person.category,
    class: person.class,
    division: village,
    ...(person.phone !== undefined && {
      phone: maskPhone(person.phone),
      phoneMark: await secrets.index(`phone|${village}|${person.phone}`),
      sealed: await secrets.seal(person.phone, id),
    }),
  })

  return {
    /** The id under which a person stands on the register of a village, or would. */
    idOf,

    /** Puts persons on the register; whoever is there already is brought up to date. Safe to repeat. */
    async register(
      village: string,
      people: readonly NewPerson[],
    ): Promise<{ people: Person[]; imported: number; unchanged: number }> {
      const wanted = new Map<string, NewPerson>()
      for (const person of people) wanted.set(await idOf(village, person), person)
      const known = new Map(
        (await table.getMany([...wanted.keys()].map(keys.person))).map((item) => [personOf(item).id, item]),
      )
      const fresh: Item[] = []
      const all: Person[] = []
      for (const [id, person] of wanted) {
        const before = known.get(id)
        const marked = person.phone === undefined || before?.phoneMark !== undefined
        const same = before?.category === person.category && before.class === person.class && marked
        const item = same && before !== undefined ? before : await itemOf(village, id, person)
        if (!same) fresh.push(item)
        all.push(personOf(item))
      }
      await table.putMany(fresh)
      return { people: all, imported: fresh.length, unchanged: people.length - fresh.length }
    },

    async list(
      village: string,
      page: { limit: number; cursor?: string | undefined },
    ): Promise<{ people: Person[]; cursor?: string }> {
      const { items, cursor } = await table.query(keys.village(village), {
        prefix: 'PERSON#',
        limit: page.limit,
        ...(page.cursor !== undefined && { cursor: page.cursor }),
      })
      return { people: items.map(personOf), ...(cursor !== undefined && { cursor }) }
    },

    /** The whole register, page by page. */
    async *all(village: string): AsyncGenerator<Person> {
      let cursor: string | undefined
      do {
        const page: { people: Person[]; cursor?: string } = await this.list(village, { limit: 1000, cursor })
        yield* page.people
        cursor = page.cursor
      } while (cursor !== undefined)
    },

    /** Persons by id, as far as they exist. */
    async find(ids: readonly string[]): Promise<Map<string, Person>> {
      const well = [...new Set(ids)].filter((id) => /^\d{12}-\w{20}$/.test(id))
      return new Map((await table.getMany(well.map(keys.person))).map((item) => [personOf(item).id, personOf(item)]))
    },

    /** The number itself: only the sender asks for it. */
    async phoneOf(id: string): Promise<string | undefined> {
      const item = await table.get(keys.person(id))
      return item?.sealed === undefined ? undefined : secrets.open(String(item.sealed), id)
    },
  }
}

export const factOf = (person: Person): PersonFact => ({
  name: person.name,
  division: person.division,
  category: person.category,
  class: person.class,
  phone: person.phone !== undefined,
})
