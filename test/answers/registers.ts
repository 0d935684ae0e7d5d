import { type Callers, county, township, village } from './callers.ts'

type Role = 'village' | 'township' | 'county'
type Act = readonly [act: string, body: object, by?: Role]
type Story = { readonly by?: Role; readonly at?: string; readonly fields: object; readonly acts?: readonly Act[] }

const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString()
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const because: Act = ['annul', { reason: '重复' }]
const held = { heldAt: ago(2), place: '礼堂' }
const council = { ...held, host: '书记', attended: 9, topics: [{ topic: '路', conclusion: '修' }] }
const hearing = {
  ...held,
  subject: '扩建',
  implementer: 'village',
  conveners: [
    { kind: 'partyOrganisation', name: '党支部' },
    { kind: 'committee', name: '村委会' },
  ],
}
const referral = { direction: 'up', title: '跨村道路', text: '涉及两村' }
const suggestion = { title: '经费', text: '请补助', to: ['township', 'county'] }
const mobilisation = (consultation: string) => ({
  organisations: ['union'],
  consultation,
  text: '请动员',
  until: day(9),
})
const venue = { name: '议事厅', address: '一楼', seats: 60 }
const booking = { from: new Date(Date.now() + 9e7).toISOString(), until: new Date(Date.now() + 9.4e7).toISOString() }
const training = { title: '主持技巧', day: day(-1), hours: 4, teacher: '王老师', attendees: [{ name: '李明' }] }
const decision = { decidedOn: day(-2), body: 'representatives', decision: '3号', text: '同意', limit: 100_000 }
const pay = { day: day(-1), category: 'telling', people: 1, amount: 3000, note: '入户' }
const dues = { title: '党费', category: 'dues', day: day(-1), text: '收支如下' }
const site = { title: '示范点', grade: 'city', since: day(-1), text: '六步法' }
const model = { title: '垃圾分类', text: '逐户商定', lesson: '先试点' }
const rule = { title: '议事规则', text: '先听后议', from: day(1) }
const adoption = {
  source: '331121',
  rule: '01KB2T9M4Z6V8Q0W3Y5R7N1C2D',
  title: '六步法',
  text: '照此施行',
  from: day(1),
}
const note = { title: '议事会', issuers: ['civilAffairs'], text: '请补开', answerBy: day(9) }
const talk = {
  ...held,
  host: '书记',
  regular: 'regular',
  attended: 30,
  report: '半年工作',
  opinions: [
    { from: '居民', text: '路灯不亮' },
    { from: '商户', text: '停车难' },
  ],
}

/** Every kind of register, with every act that there is on it. @param consultation one of the village */
const stories = (consultation: string): readonly (readonly [kind: string, story: Story])[] => [
  [
    'talk',
    {
      fields: talk,
      acts: [
        ['collect', { from: '党员', text: '垃圾分类' }],
        ['answer', { opinion: 1, text: '本周修好' }],
        ['answer', { opinion: 3, text: '下月开始' }],
        ['turnIntoTopic', { opinion: 2, consultation }],
        ['close', { note: '完' }],
      ],
    },
  ],
  ['talk', { fields: talk, acts: [because] }],
  ['council', { fields: council, acts: [['supplement', { text: '补充' }], because] }],
  [
    'hearing',
    {
      fields: hearing,
      acts: [
        ['conclude', { plan: '扩建两间', views: [{ representative: '李', position: 'favour', view: '早该建' }] }],
        because,
      ],
    },
  ],
  [
    'review',
    {
      fields: { ...held, subject: 'year', year: Number(day(0).slice(0, 4)) },
      acts: [
        ['rateByResidents', { five: 10, four: 0, three: 0, two: 0, one: 0 }],
        ['rateByThirdParty', { name: '评估所', score: 80, report: '好' }],
        ['conclude', { summary: '好' }],
        ['use', { use: 'reward', text: '以奖代补' }, 'township'],
      ],
    },
  ],
  ['review', { fields: { ...held, subject: 'year', year: Number(day(0).slice(0, 4)) }, acts: [because] }],
  ['suggestion', { fields: suggestion, acts: [['answer', { text: '支持' }, 'township']] }],
  ['suggestion', { fields: suggestion, acts: [because] }],
  [
    'supervisionNote',
    {
      by: 'county',
      fields: note,
      acts: [
        ['answer', { text: '已开' }],
        ['sendBack', { reason: '没有记录' }, 'county'],
        ['answer', { text: '附记录' }],
        ['close', { note: '完' }, 'county'],
      ],
    },
  ],
  ['supervisionNote', { by: 'county', fields: note, acts: [['annul', { reason: '误' }, 'county']] }],
  [
    'referral',
    {
      fields: referral,
      acts: [
        ['sendBack', { reason: '请先议' }, 'township'],
        ['passAgain', { text: '已议' }],
        ['accept', { text: '列入' }, 'township'],
      ],
    },
  ],
  ['referral', { fields: referral, acts: [because] }],
  [
    'mobilisation',
    { fields: mobilisation(consultation), acts: [['report', { organisation: 'union', text: '走访', reached: 40 }]] },
  ],
  ['mobilisation', { fields: mobilisation(consultation), acts: [because] }],
  [
    'venue',
    {
      by: 'township',
      at: township,
      fields: venue,
      acts: [
        ['book', { ...booking, purpose: '议事' }],
        ['cancelBooking', { booking: 2, reason: '改期' }],
        ['stop', { reason: '装修' }, 'township'],
        ['reopen', { note: '完工' }, 'township'],
      ],
    },
  ],
  ['venue', { fields: venue, acts: [because] }],
  ['training', { fields: training, acts: [['supplement', { text: '补充' }], because] }],
  [
    'subsidy',
    {
      fields: decision,
      acts: [
        ['pay', pay],
        ['reverse', { payment: 2, reason: '误' }],
        ['close', { note: '完' }],
      ],
    },
  ],
  ['subsidy', { fields: decision, acts: [because] }],
  ['partyAffairs', { fields: dues, acts: [['supplement', { text: '更正' }], because] }],
  ['demonstrationSite', { by: 'county', fields: site, acts: [['stop', { reason: '期满' }, 'county']] }],
  ['demonstrationSite', { by: 'county', fields: site, acts: [['annul', { reason: '误' }, 'county']] }],
  [
    'modelCase',
    {
      by: 'county',
      at: county,
      fields: model,
      acts: [
        ['supplement', { text: '一年后' }, 'county'],
        ['annul', { reason: '误' }, 'county'],
      ],
    },
  ],
  ['countyRule', { by: 'county', at: county, fields: rule, acts: [['stop', { reason: '并入' }, 'county']] }],
  ['countyRule', { by: 'county', at: county, fields: rule, acts: [['annul', { reason: '误' }, 'county']] }],
  ['adoption', { by: 'county', at: county, fields: adoption, acts: [['stop', { reason: '停' }, 'county']] }],
  ['adoption', { by: 'county', at: county, fields: adoption, acts: [['annul', { reason: '误' }, 'county']] }],
]

/** Every register made and acted on, read in every list. */
export async function tellRegisters({ call, ask }: Callers, consultation: string): Promise<void> {
  for (const [kind, { by = 'village', at = village, fields, acts = [] }] of stories(consultation)) {
    const { id } = await ask<{ id: string }>(`/affairs/${kind}`, { division: at, fields }, { as: by })
    for (const [act, body, actor = 'village'] of acts) await call(`/affairs/${kind}/${id}/${act}`, body, { as: actor })
    await call(`/affairs/${kind}/${id}`, undefined, { as: by })
    await call(`/affairs/${kind}/${id}/chain.ndjson?values=false`, undefined, { as: by })
    await call(`/affairs/${kind}?division=${village}`, undefined, { as: 'village' })
    await call(`/public/affairs/${kind}?division=${county}`)
  }
}
