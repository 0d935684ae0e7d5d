/** An item of each entity of the county, by its fields, and the key under which it has always lain. */
export const countyKeys = {
  head: [{ consultation: 'C1' }, 'CASE#C1 HEAD'],
  event: [{ consultation: 'C1', number: 12 }, 'CASE#C1 EVENT#000012'],
  summary: [{ consultation: 'C1' }, 'CASE#C1 SUMMARY'],
  unknown: [{ consultation: 'C1' }, 'UNKNOWN#C1 UNKNOWN'],
  caseLine: [
    { place: '331102', proposedAt: '2026-03-01T08:30:00.000Z', consultation: 'C1' },
    'CASES#331102 2026-03-01T08:30:00.000Z#C1',
  ],
  archiveLine: [
    { place: '331102', closedAt: '2026-03-01T08:30:00.000Z', consultation: 'C1' },
    'ARCHIVE#331102 2026-03-01T08:30:00.000Z#C1',
  ],
  councilLine: [
    { place: '331102', at: '2026-03-01T08:30:00.000Z', consultation: 'C1', session: 2 },
    'COUNCILS#331102 2026-03-01T08:30:00.000Z#C1#2',
  ],
  publishedLine: [
    { county: '331102', at: '2026-03-01T08:30:00.000Z', consultation: 'C1' },
    'PUBLISHED#331102 2026-03-01T08:30:00.000Z#C1',
  ],
  seatPage: [{ consultation: 'C1', number: 2, hash: 'h-_1' }, 'CASE#C1 SEATS#0002#h-_1'],
  listRows: [{ consultation: 'C1', page: 2, hash: 'h-_1' }, 'CASE#C1 ROWS#0002#h-_1'],
  seat: [{ consultation: 'C1', seat: 7 }, 'CASE#C1 SEAT#0007'],
  seatFacts: [{ consultation: 'C1', seat: 7 }, 'FACTS#C1 SEAT#0007'],
  seatCounts: [{ consultation: 'C1', page: 2 }, 'CASE#C1 COUNTS#0002'],
  link: [{ hash: 'h-_1' }, 'LINK#h-_1 LINK'],
  ballot: [{ hash: 'h-_1', round: 3 }, 'LINK#h-_1 ROUND#003'],
  turnout: [{ consultation: 'C1', round: 3 }, 'CASE#C1 TURNOUT#003'],
  due: [{ at: '2026-03-01T08:30:00.000Z', consultation: 'C1', round: 3 }, 'DUE 2026-03-01T08:30:00.000Z#C1#003'],
  counting: [{ consultation: 'C1', round: 3 }, 'COUNTING C1#003'],
  closedSeats: [{ consultation: 'C1', round: 3, page: 2, hash: 'h-_1' }, 'CASE#C1 ROUND#003#SEATS#0002#h-_1'],
  roundWords: [{ consultation: 'C1', round: 3, index: 4 }, 'CASE#C1 ROUND#003#WORDS#000004'],
  papers: [{ consultation: 'C1', hash: 'h-_1' }, 'CASE#C1 PAPERS#h-_1'],
  dissent: [{ consultation: 'C1', dissent: 4 }, 'CASE#C1 DISSENT#000004'],
  explained: [{ consultation: 'C1', dissent: 4 }, 'CASE#C1 EXPLAINED#000004'],
  opinion: [{ consultation: 'C1', opinion: '0007-ab' }, 'FACTS#C1 OPINION#0007-ab'],
  answeredFeedback: [{ consultation: 'C1', event: 12 }, 'CASE#C1 FEEDBACK#000012'],
  application: [{ consultation: 'C1', application: 'h-_1' }, 'FACTS#C1 APPLICATION#h-_1'],
  applicationKey: [{ consultation: 'C1', hash: 'h-_1' }, 'FACTS#C1 KEY#h-_1'],
  applicantMark: [{ consultation: 'C1', mark: 'm1' }, 'FACTS#C1 MARK#m1'],
  rate: [{ caller: 'c1' }, 'FACTS#RATE#c1 RATE'],
  delivery: [{ consultation: 'C1', event: 12, seat: 7 }, 'CASE#C1 DELIVERY#000012#0007#sms'],
  receipt: [{ message: 'm1' }, 'RECEIPT#m1 RECEIPT'],
  screenLine: [
    { place: '331102', until: '2026-03-01T08:30:00.000Z', consultation: 'C1', kind: 'notice', event: 12 },
    'SCREEN#331102 2026-03-01T08:30:00.000Z#C1#notice#000012',
  ],
  photo: [{ consultation: 'C1', photo: 'P1' }, 'PHOTO#C1 P1'],
  photoDay: [{ place: '331102', day: '2026-03-01' }, 'PHOTODAY#331102 2026-03-01'],
  aside: [{ message: 'a1', part: 0 }, 'ASIDE a1#0000'],
  person: [{ village: '331102001001', person: '331102001001-x1' }, 'VILLAGE#331102001001 PERSON#331102001001-x1'],
  template: [{ village: '331102001001' }, 'VILLAGE#331102001001 TEMPLATE'],
  registerImport: [{ village: '331102001001', id: 'I1' }, 'VILLAGE#331102001001 IMPORT#I1'],
  importChunk: [{ id: 'I1', rows: 'h-_1', chunk: 0 }, 'IMPORT#I1 CHUNK#h-_1#0000'],
  caseDuties: [{ consultation: 'C1' }, 'CASE#C1 DUTIES'],
  placeDuties: [{ place: '331102' }, 'PLACE#331102 DUTIES'],
  dutyLine: [{ place: '331102', due: '2026-03-01', owner: 'C1', id: 'report' }, 'DUTIES#331102 2026-03-01#C1#report'],
  dailyPass: [{}, 'DAILYPASS DAILYPASS'],
  dutiesSince: [{}, 'DAILYPASS SINCE'],
  entry: [{ id: 'E1' }, 'ENTRY#E1 HEAD'],
  entryEvent: [{ id: 'E1', number: 12 }, 'ENTRY#E1 EVENT#000012'],
  entryLine: [{ place: '331102', kind: 'council', entry: 'E1' }, 'ENTRIES#331102#council E1'],
  ownEntryLine: [{ place: '331102', kind: 'council', entry: 'E1' }, 'ENTRIES#=331102#council E1'],
  openQuarter: [{ quarter: '2026Q1' }, 'OPENDATA 2026Q1'],
  answered: [{ sub: 's1', key: 'k1' }, 'ANSWERED#s1#k1 ANSWERED'],
  draft: [{ sub: 's1', place: '331102', about: 'C1', form: 'tell' }, 'DRAFTS#s1 331102#C1#tell'],
  parameters: [{ day: '2026-03-01', number: 1 }, 'PARAMETERS 2026-03-01#000001'],
  parametersRevision: [{}, 'PARAMETERS REVISION'],
  catalogue: [{ day: '2026-03-01', number: 1 }, 'CATALOGUE 2026-03-01#000001'],
  catalogueRevision: [{}, 'CATALOGUE REVISION'],
  officialAccount: [{}, 'WECHAT WECHAT'],
  mailbox: [{}, 'MAILBOX MAILBOX'],
  dataKey: [{}, 'DATAKEY DATAKEY'],
} as const

/** The same of the city, and of the places that both tables have. */
export const cityKeys = {
  counter: [{ above: '331102', place: '331102001' }, 'BELOW#331102 PLACE#331102001'],
  summary: [{ county: '331102', consultation: 'C1' }, 'CASES#331102 CASE#C1'],
  shared: [{ kind: 'experience', entry: 'E1' }, 'SHARED#experience E1'],
  sent: [{ sub: 's1', key: 'k1' }, 'SENT#s1#k1 SENT'],
  asked: [{ county: '331102', consultation: 'C1' }, 'ASKED#331102 C1'],
  owner: [{ county: '331102', owner: 'C1' }, 'OWNERS#331102 C1'],
  owedLine: [{ place: '331102', due: '2026-03-01', owner: 'C1' }, 'OWED#331102 2026-03-01#C1'],
  chainHead: [{ county: '331102', consultation: 'C1', event: 12 }, 'HEADS#331102#C1 000012'],
  rewritten: [{ county: '331102', consultation: 'C1', event: 12, later: 'ab' }, 'REWRITTEN 331102#C1#000012#ab'],
} as const

/** What stands in the index, by entity and list. */
export const indexKeys = {
  caseLine: {
    public: [
      { place: '331102', registeredAt: '2026-03-01T08:30:00.000Z', consultation: 'C1' },
      'PUBLIC#331102 2026-03-01T08:30:00.000Z#C1',
    ],
  },
  archiveLine: {
    models: [
      { place: '331102', closedAt: '2026-03-01T08:30:00.000Z', consultation: 'C1' },
      'MODELS#331102 2026-03-01T08:30:00.000Z#C1',
    ],
  },
  opinion: {
    lists: [
      { consultation: 'C1', kind: 'feedback', at: '2026-03-01T08:30:00.000Z', opinion: '0007-ab' },
      'OPINIONS#C1#feedback 2026-03-01T08:30:00.000Z#OPINION#0007-ab',
    ],
  },
  application: {
    lists: [
      { consultation: 'C1', which: 'waiting', at: '2026-03-01T08:30:00.000Z', application: 'h-_1' },
      'APPLICATIONS#C1#waiting 2026-03-01T08:30:00.000Z#APPLICATION#h-_1',
    ],
  },
  entryLine: {
    public: [{ place: '331102', kind: 'council', entry: 'E1' }, 'PUBLIC#331102#council E1'],
    open: [{ place: '331102', kind: 'council', entry: 'E1' }, 'OPEN#331102#council E1'],
  },
} as const
