import { atLevel } from '@xieshang/kernel'
import { seatsPerPage } from '@xieshang/rules'
import type { Key } from '../table/items.ts'

const padded = (number: number, digits: number) => String(number).padStart(digits, '0')

/** Where every item of the county table lives, but for its places (`places/rows.ts`), which the city's has as well. */
export const keys = {
  case: (consultation: string) => `CASE#${consultation}`,
  head: (consultation: string): Key => ({ PK: `CASE#${consultation}`, SK: 'HEAD' }),
  event: (consultation: string, number: number): Key => ({
    PK: `CASE#${consultation}`,
    SK: `EVENT#${padded(number, 6)}`,
  }),
  /** The first and the last sort key of the events from a number to another. */
  events: (first: number, last = 999_999): readonly [string, string] => [
    `EVENT#${padded(first, 6)}`,
    `EVENT#${padded(last, 6)}`,
  ],
  seat: (consultation: string, seat: number): Key => ({ PK: `CASE#${consultation}`, SK: `SEAT#${padded(seat, 4)}` }),
  /** A hashed page of 200 seats of a list. It is named by its hash too, so that two lists of one moment lie apart. */
  seatPage: (consultation: string, page: number, hash: string): Key => ({
    PK: `CASE#${consultation}`,
    SK: `SEATS#${padded(page, 4)}#${hash}`,
  }),
  /** From the first to the last sort key of the seats of a page; the same among the residents' facts. */
  seatsOnPage: (page: number): [string, string] => keys.seatsFrom((page - 1) * seatsPerPage + 1, page * seatsPerPage),
  seatsFrom: (first: number, last: number): [string, string] => [
    `SEAT#${padded(first, 4)}`,
    `SEAT#${padded(last, 4)}~`,
  ],
  allSeatCounts: 'COUNTS#',
  seatCounts: (consultation: string, page: number): Key => ({
    PK: `CASE#${consultation}`,
    SK: `COUNTS#${padded(page, 4)}`,
  }),
  rowsOfLists: 'ROWS#',
  /** What the seats of a page are made of, sealed, until they are. */
  listRows: (consultation: string, page: number, hash: string): Key => ({
    PK: `CASE#${consultation}`,
    SK: `ROWS#${padded(page, 4)}#${hash}`,
  }),
  /** What residents write, apart from everything officers and the system write. */
  facts: (consultation: string) => `FACTS#${consultation}`,
  seatFacts: (consultation: string, seat: number): Key => ({
    PK: `FACTS#${consultation}`,
    SK: `SEAT#${padded(seat, 4)}`,
  }),
  /** The ballot of a link's holder in a round. */
  ballot: (hash: string, round: number): Key => ({ PK: `LINK#${hash}`, SK: `ROUND#${padded(round, 3)}` }),
  /** Which seats have voted online in a round. */
  turnout: (consultation: string, round: number): Key => ({
    PK: `CASE#${consultation}`,
    SK: `TURNOUT#${padded(round, 3)}`,
  }),
  /** What the seats of a page were when a round closed; found by its hash, since counting may begin anew. */
  closedSeats: (consultation: string, round: number, page: number, hash: string): Key => ({
    PK: `CASE#${consultation}`,
    SK: `ROUND#${padded(round, 3)}#SEATS#${padded(page, 4)}#${hash}`,
  }),
  /** The words on the ballots of a round, in the order in which they are counted. */
  roundWords: (consultation: string, round: number, index: number): Key => ({
    PK: `CASE#${consultation}`,
    SK: `ROUND#${padded(round, 3)}#WORDS#${padded(index, 6)}`,
  }),
  /** Named ballots that were entered on paper; a page is found by its hash, since they may be entered anew. */
  papers: (consultation: string, hash: string): Key => ({ PK: `CASE#${consultation}`, SK: `PAPERS#${hash}` }),
  /** An opposing opinion that was said. */
  dissent: (consultation: string, dissent: number): Key => ({
    PK: `CASE#${consultation}`,
    SK: `DISSENT#${padded(dissent, 6)}`,
  }),
  /** How one was explained, said or written. */
  explained: (consultation: string, dissent: number): Key => ({
    PK: `CASE#${consultation}`,
    SK: `EXPLAINED#${padded(dissent, 6)}`,
  }),
  /** Rounds that are to be counted, or whose secret ballots are to be destroyed. */
  counting: (consultation: string, round: number): Key => ({
    PK: 'COUNTING',
    SK: `${consultation}#${padded(round, 3)}`,
  }),
  /** The id begins with the seat, so that a seat reads its own by their prefix. */
  opinion: (consultation: string, opinion: string): Key => ({ PK: `FACTS#${consultation}`, SK: `OPINION#${opinion}` }),
  opinionsOf: (seat: number) => `OPINION#${padded(seat, 4)}-`,
  /** Opinions or feedback of a consultation in the index, by time. */
  opinions: (consultation: string, kind: 'opinion' | 'feedback') => `OPINIONS#${consultation}#${kind}`,
  /** Feedback that was answered, by the event that did: what everybody may read of it. */
  answeredFeedback: (consultation: string, event: number): Key => ({
    PK: `CASE#${consultation}`,
    SK: `FEEDBACK#${padded(event, 6)}`,
  }),
  application: (consultation: string, application: string): Key => ({
    PK: `FACTS#${consultation}`,
    SK: `APPLICATION#${application}`,
  }),
  /** Applications of a consultation in the index, by time. */
  applications: (consultation: string, which: 'waiting' | 'decided') => `APPLICATIONS#${consultation}#${which}`,
  /** What came under an applicant's key, by the key's hash. */
  applicationKey: (consultation: string, hash: string): Key => ({ PK: `FACTS#${consultation}`, SK: `KEY#${hash}` }),
  /** Which applications came with one number, by its mark. */
  applicantMark: (consultation: string, mark: string): Key => ({ PK: `FACTS#${consultation}`, SK: `MARK#${mark}` }),
  /** How much a caller without a name did lately. */
  rate: (caller: string): Key => ({ PK: `FACTS#RATE#${caller}`, SK: 'RATE' }),
  officialAccount: { PK: 'WECHAT', SK: 'WECHAT' } satisfies Key,
  mailbox: { PK: 'MAILBOX', SK: 'MAILBOX' } satisfies Key,
  /** One notice to one seat by SMS; `event` is the number of the event that it tells of. */
  delivery: (consultation: string, event: number, seat: number): Key => ({
    PK: `CASE#${consultation}`,
    SK: `DELIVERY#${padded(event, 6)}#${padded(seat, 4)}#sms`,
  }),
  /** How many photos a place handed in on a day. */
  photoDay: (division: string, day: string): Key => ({ PK: `PHOTODAY#${division}`, SK: day }),
  /** To which delivery a provider's name of a message leads. */
  receipt: (message: string): Key => ({ PK: `RECEIPT#${message}`, SK: 'RECEIPT' }),
  photo: (consultation: string, photo: string): Key => ({ PK: `PHOTO#${consultation}`, SK: photo }),
  summary: (consultation: string): Key => ({ PK: `CASE#${consultation}`, SK: 'SUMMARY' }),
  /** An answer to the city about a consultation that is not there. */
  unknown: (consultation: string): Key => ({ PK: `UNKNOWN#${consultation}`, SK: 'UNKNOWN' }),
  link: (hash: string): Key => ({ PK: `LINK#${hash}`, SK: 'LINK' }),
  village: (village: string) => `VILLAGE#${village}`,
  import: (village: string, id: string): Key => ({ PK: `VILLAGE#${village}`, SK: `IMPORT#${id}` }),
  /** @param rows the hash of all rows of the import, so that no other rows of its id take their place */
  importChunk: (id: string, rows: string, chunk: number): Key => ({
    PK: `IMPORT#${id}`,
    SK: `CHUNK#${rows}#${padded(chunk, 4)}`,
  }),
  template: (village: string): Key => ({ PK: `VILLAGE#${village}`, SK: 'TEMPLATE' }),
  person: (person: string): Key => ({ PK: `VILLAGE#${atLevel(person, 'village')}`, SK: `PERSON#${person}` }),
  answered: (sub: string, key: string): Key => ({ PK: `ANSWERED#${sub}#${key}`, SK: 'ANSWERED' }),
  due: (at: string, consultation: string, round: number): Key => ({
    PK: 'DUE',
    SK: `${at}#${consultation}#${padded(round, 3)}`,
  }),
  caseDuties: (consultation: string): Key => ({ PK: `CASE#${consultation}`, SK: 'DUTIES' }),
  placeDuties: (division: string): Key => ({ PK: `PLACE#${division}`, SK: 'DUTIES' }),
  /** Open duties of a place and those below it, by due day. */
  dutyList: (division: string) => `DUTIES#${division}`,
  dutyLine: (division: string, due: string, owner: string, duty: string): Key => ({
    PK: `DUTIES#${division}`,
    SK: `${due}#${owner}#${duty}`,
  }),
  dailyPass: { PK: 'DAILYPASS', SK: 'DAILYPASS' } satisfies Key,
  dutiesSince: { PK: 'DAILYPASS', SK: 'SINCE' } satisfies Key,
  settings: { parameters: 'PARAMETERS', catalogue: 'CATALOGUE' },
  setting: (setting: 'parameters' | 'catalogue', day: string, number: number): Key => ({
    PK: keys.settings[setting],
    SK: `${day}#${padded(number, 6)}`,
  }),
  settingRevision: (setting: 'parameters' | 'catalogue'): Key => ({ PK: keys.settings[setting], SK: 'REVISION' }),
  entry: (entry: string): Key => ({ PK: `ENTRY#${entry}`, SK: 'HEAD' }),
  entryEvents: (entry: string) => `ENTRY#${entry}`,
  entryEvent: (entry: string, number: number): Key => ({ PK: `ENTRY#${entry}`, SK: `EVENT#${padded(number, 6)}` }),
  /** A line stands in the list of its own place and of every place above, newest last. */
  entries: (division: string, kind: string) => `ENTRIES#${division}#${kind}`,
  /** What belongs to a place itself, for those below who may read it. */
  ownEntries: (division: string, kind: string) => `ENTRIES#=${division}#${kind}`,
  /** The same in the index, as far as everybody may read them, or as far as they wait to be settled. */
  publicEntries: (place: string, kind: string) => `PUBLIC#${place}#${kind}`,
  openEntries: (place: string, kind: string) => `OPEN#${place}#${kind}`,
  /** What the screens of a place show, by when it ends. */
  screen: (division: string) => `SCREEN#${division}`,
  screenLine: (
    division: string,
    line: { readonly until: string; readonly consultation: string; readonly kind: string; readonly event: number },
  ): Key => ({
    PK: `SCREEN#${division}`,
    SK: `${line.until}#${line.consultation}#${line.kind}#${padded(line.event, 6)}`,
  }),
  openQuarters: 'OPENDATA',
  openQuarter: (quarter: string): Key => ({ PK: 'OPENDATA', SK: quarter }),
  /** What could not be published, in parts of what an item holds. */
  asides: 'ASIDE',
  aside: (name: string, part: number): Key => ({ PK: 'ASIDE', SK: `${name}#${padded(part, 4)}` }),
  dataKey: { PK: 'DATAKEY', SK: 'DATAKEY' } satisfies Key,
  /** What an officer typed and has not sent, by where the form stands. */
  drafts: (sub: string) => `DRAFTS#${sub}`,
  draftsAbout: (place: string, about: string) => `${place}#${about}#`,
  draft: (sub: string, place: string, about: string, form: string): Key => ({
    PK: `DRAFTS#${sub}`,
    SK: `${place}#${about}#${form}`,
  }),
  /** Consultations of a place and below it, as officers read them, as everybody does, in the archive, and as models. */
  cases: (place: string) => `CASES#${place}`,
  publicCases: (place: string) => `PUBLIC#${place}`,
  archive: (place: string) => `ARCHIVE#${place}`,
  models: (place: string) => `MODELS#${place}`,
  /** Councils that sat in consultations of a place, and first publications of a county, by their moments. */
  councils: (place: string) => `COUNCILS#${place}`,
  publishedIn: (county: string) => `PUBLISHED#${county}`,
} as const
