import type { Places } from '@xieshang/kernel'
import {
  type Consultation,
  type Item,
  inSet,
  isSuspended,
  keysOf,
  type ProposerKind,
  proposerKinds,
  type Round,
  shapeText,
  takesApplications,
} from '@xieshang/rules'
import type { BallotStanding, Opinion, OpinionPage } from '@xieshang/store'

const itemView = ({ item, title, aspects, status }: Item) => ({
  item,
  title,
  problem: aspects.problem,
  solution: aspects.solution,
  status,
})

/** The last counted result of every item. */
export function results(state: Consultation) {
  const counted = state.rounds.flatMap((round) => round.tally?.items ?? [])
  return state.items.flatMap(({ item }) => {
    const last = counted.findLast((tally) => tally.item === item)
    return last === undefined ? [] : [last]
  })
}

/** P1b: bodies that may have proposed a topic. Whoever else did is a person, whose name is not public. */
const namedProposers: ReadonlySet<ProposerKind> = new Set(
  keysOf(proposerKinds).filter((kind) => kind !== 'residents' && kind !== 'other'),
)

type Related = { readonly id: string; readonly title: string }

/** What the events do not hold themselves: answered feedback, the consultations before and after this one (P11a), and names. */
type Beside = {
  readonly answered: OpinionPage
  readonly follows: Related | undefined
  readonly takenUpBy: readonly Related[]
  readonly places: Places
}

/** P11a: feedback as everybody may read it: without whose it is. */
export const answeredView = (opinions: readonly Opinion[]) =>
  opinions.flatMap(({ text, at, answer }) => (answer === undefined ? [] : [{ text, at, answer }]))

/** P9a, P9d, P10c, P11a, P12: what follows the vote, without the name of a participant or an officer. */
function followUpView(state: Consultation, { opinions, cursor }: OpinionPage) {
  return {
    tasks: state.tasks.map(({ task, title, responsible, dueOn, doneAt, progress }) => ({
      task,
      title,
      responsible,
      dueOn,
      ...(doneAt !== undefined && { doneAt }),
      progress: progress.map(({ text, at }) => ({ text, at })),
    })),
    bulletins: state.bulletins.map(({ at, progress, problems, impact }) => ({ at, progress, problems, impact })),
    majorSteps: state.majorRecords.map(({ step, heldOn, until, vote }) => ({
      label: step.label,
      body: step.body,
      heldOn,
      ...(until !== undefined && { until }),
      ...(vote !== undefined && { vote }),
    })),
    assemblyVotes: state.escalations.flatMap(({ to, vote }) =>
      vote === undefined
        ? []
        : [
            {
              to,
              heldOn: vote.heldOn,
              members: vote.members,
              attended: vote.attended,
              needed: vote.needed,
              items: vote.items,
            },
          ],
    ),
    feedback: answeredView(opinions),
    ...(cursor !== undefined && { moreFeedback: cursor }),
  }
}

/** E1: how it ended; why, where it came to no outcome that says so. */
const endedView = ({ end, at, summary }: NonNullable<Consultation['closed']>) => ({
  ...{ end, at },
  ...((end === 'withdrawn' || end === 'cancelled') && { reason: summary }),
})

/** What everybody may read: no participant's name, and results only once they are published (P8); corrections always (P9g). */
export function publicView(state: Consultation, { answered, follows, takenUpBy, places }: Beside) {
  const notice = state.notices.at(-1)
  const publication = state.publications.at(-1)
  const tally = state.rounds.findLast((round) => round.tally !== undefined)?.tally
  return {
    id: state.id,
    title: state.topic.title,
    description: state.topic.description,
    division: state.division,
    divisionName: places.nameOf(state.division),
    step: state.step,
    updatedAt: state.updatedAt,
    proposers: state.topic.proposers.map(({ kind, name }) => (namedProposers.has(kind) ? { kind, name } : { kind })),
    ...(notice !== undefined && {
      notice: {
        notice: notice.notice,
        text: notice.text,
        materials: notice.materials,
        meeting: notice.meeting,
        opinionsUntil: notice.opinionsUntil,
      },
    }),
    items: state.items.map((item) =>
      publication === undefined ? { ...itemView(item), status: 'open' as const } : itemView(item),
    ),
    ...(publication !== undefined && {
      outcome: {
        text: publication.text,
        from: publication.from,
        until: publication.until,
        ...(tally !== undefined && { attendance: { listed: tally.listed, attended: tally.attended } }),
        items: results(state),
      },
      followUp: followUpView(state, answered),
    }),
    ...(state.closed !== undefined && { ended: endedView(state.closed) }),
    corrections: state.corrections.map(({ by: _by, ...correction }) => correction),
    suspended: isSuspended(state),
    ...(follows !== undefined && { follows }),
    takenUpBy,
    takesApplications: takesApplications(state),
    villages: (state.villages ?? [state.division]).map((code) => ({ code, name: places.nameOf(code) })),
    ...(state.list !== undefined && { composition: state.list.composition }),
    ...(state.publishedChain !== undefined && { chain: state.publishedChain }),
  }
}

/** A topic is public once it was registered (P3a). */
export const isPublic = (state: Consultation): boolean => state.registered !== undefined

const isOpen = (round: Round, now: string): boolean =>
  round.status === 'open' && (round.closesAt === undefined || now < round.closesAt)

const onPaperIn = (round: Round, seat: number): boolean => round.paper !== undefined && inSet(round.paper, seat)

/** The round that a resident can vote in now. */
export const openRoundFor = (state: Consultation, seat: number, now: string): Round | undefined =>
  state.rounds.find((round) => round.method === 'online' && isOpen(round, now) && !onPaperIn(round, seat))

/** Whether a seat hands in paper in the round that is open: in one to one it is asked, and holds no paper. */
export const votesOnPaper = (state: Consultation, seat: number, now: string): boolean =>
  state.rounds.some((round) => round.method !== 'oneToOne' && isOpen(round, now) && onPaperIn(round, seat))

export const roundView = (state: Consultation, round: Round, ballot: BallotStanding) => ({
  round: round.round,
  secrecy: round.secrecy,
  shape: shapeText(round),
  ...(round.closesAt !== undefined && { closesAt: round.closesAt }),
  items: state.items.filter(({ item }) => round.items.includes(item)).map(itemView),
  ballot,
})
