import { type PlaceCode, within } from './place.ts'
import { type Actor, roleOf, type Verb } from './roles.ts'

/** Where somebody stands to a place: of it, strictly above it, of it or above, of it or below. */
export type Standing = 'place' | 'above' | 'within' | 'around'

/** Whether somebody of a place stands so to another. */
export function stands(standing: Standing, own: PlaceCode, place: PlaceCode): boolean {
  const reaches = within(place, own)
  switch (standing) {
    case 'place':
      return own === place
    case 'above':
      return reaches && own !== place
    case 'within':
      return reaches
    case 'around':
      return reaches || within(own, place)
  }
}

/**
 * The one place where authority is asked: whether somebody may do something at a place. A place's code is its authority:
 * who acts reaches what begins with their own.
 */
export const may = (
  actor: Pick<Actor, 'role' | 'division'>,
  verb: Verb,
  place: PlaceCode,
  standing: Standing = 'within',
): boolean => roleOf(actor.role).verbs.includes(verb) && stands(standing, actor.division, place)

declare const proved: unique symbol
/** A place at which it was asked, and answered, whether somebody may do what they do there. */
export type ProvedPlace = PlaceCode & { readonly [proved]: true }

/** Asks for one actor and one verb whether a place is theirs. */
export type Prove = (place: PlaceCode, standing?: Standing) => ProvedPlace

/**
 * @param refused told where the answer is no; it throws
 * @param asked told where the answer is yes
 */
export const proofFor =
  (actor: Pick<Actor, 'role' | 'division'>, verb: Verb, asked: () => void, refused: () => never): Prove =>
  (place, standing) => {
    if (!may(actor, verb, place, standing)) return refused()
    asked()
    return place as ProvedPlace
  }
