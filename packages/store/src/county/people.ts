import { digitsOf, type PlaceCode, placeCodeOf } from '@xieshang/kernel'
import { maskPhone, type ParticipantCategory, type ParticipantClass, type PersonFact, sameName } from '@xieshang/rules'
import type { Item } from '../table/items.ts'
import type { Table } from '../table/table.ts'
import * as entities from './entities/index.ts'
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
  readonly division: PlaceCode
}

function personOf(item: Item): Person {
  const { person: id, village: _village, sealed: _sealed, ...person } = entities.person.read(item)
  return { id, ...person }
}

/** A person lies with the village with which the id begins. */
const keyOf = (person: string) =>
  entities.person.key({ village: placeCodeOf(person.slice(0, digitsOf.village)), person })

/** The register of a village: persons, their usual category and class, and their phone number under the county's key. */
export function openPeople(table: Table, secrets: Secrets) {
  /** The same name with the same number in the same village is the same person, whoever enters it. */
  const idOf = async (village: PlaceCode, person: NewPerson) =>
    `${village}-${await secrets.index(`person|${village}|${sameName(person.name)}|${person.phone ?? ''}`)}`

  const itemOf = async (village: PlaceCode, id: string, { phone, ...person }: NewPerson): Promise<Item> =>
    entities.person.item({
      village,
      person: id,
      ...person,
      division: village,
      ...(phone !== undefined && {
        phone: maskPhone(phone),
        phoneMark: await secrets.index(`phone|${village}|${phone}`),
        sealed: await secrets.seal(phone, id),
      }),
    })

  return {
    /** The id under which a person stands on the register of a village, or would. */
    idOf,

    /** Puts persons on the register; whoever is there already is brought up to date. Safe to repeat. */
    async register(
      village: PlaceCode,
      people: readonly NewPerson[],
    ): Promise<{ people: Person[]; imported: number; unchanged: number }> {
      const wanted = new Map<string, NewPerson>()
      for (const person of people) wanted.set(await idOf(village, person), person)
      const known = new Map(
        (await table.getMany([...wanted.keys()].map(keyOf))).map((item) => [personOf(item).id, item]),
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
      village: PlaceCode,
      page: { limit: number; cursor?: string | undefined },
    ): Promise<{ people: Person[]; cursor?: string }> {
      const { items, cursor } = await table.query(entities.person.partition({ village }), {
        prefix: entities.person.begin({}),
        limit: page.limit,
        ...(page.cursor !== undefined && { cursor: page.cursor }),
      })
      return { people: items.map(personOf), ...(cursor !== undefined && { cursor }) }
    },

    /** The whole register, page by page. */
    async *all(village: PlaceCode): AsyncGenerator<Person> {
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
      return new Map((await table.getMany(well.map(keyOf))).map((item) => [personOf(item).id, personOf(item)]))
    },

    /** The number itself: only the sender asks for it. */
    async phoneOf(id: string): Promise<string | undefined> {
      const item = await table.get(keyOf(id))
      const sealed = item === undefined ? undefined : entities.person.read(item).sealed
      return sealed === undefined ? undefined : secrets.open(sealed, id)
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
