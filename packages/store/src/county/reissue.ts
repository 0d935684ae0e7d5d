import type { Consultation } from '@xieshang/rules'
import type { Item, Write } from '../table/items.ts'
import type { Table } from '../table/table.ts'
import * as entities from './entities/index.ts'
import { linkHash, newLinkToken, type Secrets } from './secrets.ts'

const tries = 5

/**
 * Gives a seat another personal link. The old one is dead at once, and the ballots that lay under it lie under the new one,
 * all in one transaction: an open ballot can be cast by the new link only, and one that was cast is counted as it was.
 * @param secrets seals the new link
 * @returns the new link's token, for the sender
 */
export function openReissue(table: Table, secrets: Secrets) {
  const moved = (ballot: Item, hash: string, linkEnds: number): Write[] => {
    const { hash: old, status, under, ...rest } = entities.ballot.read(ballot)
    // A sealed ballot opens only as what it was sealed as; one that is still open is sealed as what it will be.
    const sealedAs = status === 'cast' ? { under: under ?? old } : {}
    return [
      { put: entities.ballot.item({ ...rest, hash, status, linkEnds, ...sealedAs }) },
      {
        delete: entities.ballot.key({ hash: old, round: rest.round }),
        condition: { expression: '#status = :status', values: { status } },
      },
    ]
  }

  return async function reissue(state: Consultation, seat: number, now: string): Promise<string> {
    const key = entities.seat.key({ consultation: state.id, seat })
    for (let attempt = 1; attempt <= tries; attempt++) {
      const item = await table.get(key)
      if (item === undefined) throw new Error(`Seat ${seat} of ${state.id} is not made yet`)
      const { linkHash: old } = entities.seat.read(item)
      const rounds = state.rounds.filter(({ method }) => method === 'online')
      const ballots = await table.getMany(rounds.map(({ round }) => entities.ballot.key({ hash: old, round })))
      const token = newLinkToken()
      const hash = linkHash(token)
      const linkEnds = Math.floor(Date.parse(now) / 1000) + state.parameters.linkDays * 86_400
      const outcome = await table.transact([
        {
          update: { ...key, set: { link: await secrets.seal(token, `${key.PK}|${key.SK}`), linkHash: hash, linkEnds } },
          condition: { expression: '#linkHash = :old', values: { old } },
        },
        { put: entities.link.item({ hash, consultation: state.id, seat, expiresAt: linkEnds }) },
        { delete: entities.link.key({ hash: old }) },
        ...ballots.flatMap((ballot) => moved(ballot, hash, linkEnds)),
      ])
      // Somebody voted, or gave a link, in between: what stands now is moved.
      if (outcome.done) return token
    }
    throw new Error(`The link of seat ${seat} of ${state.id} keeps changing`)
  }
}
