import { type Text, text } from '@xieshang/kernel'
import { keysOf } from './keys.ts'

/** P1: who proposes a topic. The first two may propose on public interest; others only by exception (P1a). */
export const proposerKinds = {
  partyOrganisation: text('村（社区）党组织', 'Party organisation'),
  committee: text('村（居）民委员会', "Villagers' (residents') committee"),
  residents: text('居民', 'Residents'),
  ownersCommittee: text('业主委员会', "Owners' committee"),
  propertyCompany: text('物业服务企业', 'Property management company'),
  collective: text('集体经济组织', 'Collective economic organisation'),
  socialOrganisation: text('社会组织', 'Community organisation'),
  localUnit: text('驻社区单位', 'Unit in the community'),
  government: text('政府部门', 'Government department'),
  other: text('其他协商主体', 'Other participant'),
} as const satisfies Record<string, Text>

export type ProposerKind = keyof typeof proposerKinds

/**
 * What shows that a channel was used (S2): whom an officer recorded as told, that it hangs or went out, or a receipt of
 * each person's own phone. Where there is nothing, nobody is told by it.
 */
type Evidence = 'telling' | 'posting' | 'receipt'

type ChannelKind = {
  readonly label: Text
  /** Who does it: the system by itself, or people with evidence. */
  readonly by: 'system' | 'people'
  readonly evidence: readonly Evidence[]
}

/** P3a: the eight channels. What the system does on one of its own is declared in the package of channels. */
export const channels = {
  door: { label: text('入户告知', 'Door to door'), by: 'people', evidence: ['telling'] },
  board: { label: text('公告栏', 'Notice board'), by: 'people', evidence: ['telling', 'posting'] },
  gallery: { label: text('宣传画廊', 'Display gallery'), by: 'people', evidence: ['telling', 'posting'] },
  screen: { label: text('电子屏', 'Electronic screen'), by: 'system', evidence: [] },
  blackboard: { label: text('板报', 'Blackboard newspaper'), by: 'people', evidence: ['telling', 'posting'] },
  website: { label: text('网站', 'Website'), by: 'system', evidence: [] },
  wechat: { label: text('微信公众号', 'WeChat account'), by: 'system', evidence: ['posting'] },
  sms: { label: text('短信平台', 'SMS'), by: 'system', evidence: ['receipt'] },
} as const satisfies Record<string, ChannelKind>

export type Channel = keyof typeof channels

/** Channels that the system serves by itself. */
export type SystemChannel = { [C in Channel]: (typeof channels)[C]['by'] extends 'system' ? C : never }[Channel]

/** Channels that one kind of evidence shows. */
export type ShownBy<E extends Evidence> = {
  [C in Channel]: E extends (typeof channels)[C]['evidence'][number] ? C : never
}[Channel]

/** Those channels, in their order. */
export const channelsShownBy = <E extends Evidence>(evidence: E): ShownBy<E>[] =>
  keysOf(channels).filter((channel): channel is Channel & ShownBy<E> =>
    channels[channel].evidence.some((one) => one === evidence),
  )

/** P4: the eleven forms. */
export const forms = {
  motion: text('提案', 'Motion'),
  meeting: text('会议', 'Meeting'),
  discussion: text('座谈', 'Discussion'),
  appraisal: text('论证', 'Appraisal'),
  hearing: text('听证', 'Hearing'),
  publicNotice: text('公示', 'Public notice'),
  assessment: text('评估', 'Assessment'),
  advice: text('咨询', 'Advice'),
  online: text('网络', 'Online'),
  survey: text('调查调研', 'Survey'),
  homeVisit: text('入户协商', 'Consultation at home'),
} as const satisfies Record<string, Text>

export type Form = keyof typeof forms

/** F1–F4: the four systems, each a kind of session. */
export const sessionKinds = {
  talk: text('民情恳谈会', 'Heart-to-heart talk'),
  council: text('民主议事会', 'Council'),
  hearing: text('民主听证会', 'Hearing'),
  review: text('民主评议会', 'Review'),
} as const satisfies Record<string, Text>

export type SessionKind = keyof typeof sessionKinds

/** P5a: the six aspects of an item. */
export const aspects = {
  problem: text('问题', 'Problem'),
  manifestation: text('问题表现', 'How it shows'),
  impact: text('问题带来的影响', 'Impact'),
  cause: text('问题产生的原因', 'Cause'),
  solution: text('解决问题的办法', 'Solution'),
  cautions: text('解决问题的注意事项', 'Points to note'),
} as const satisfies Record<string, Text>

export type Aspect = keyof typeof aspects

/** P6a: how a round is voted. */
export const votingMethods = {
  hands: text('举手表决', 'Show of hands'),
  online: text('网上投票', 'Online ballot'),
  paper: text('纸质票', 'Paper ballot'),
  oneToOne: text('一对一征询', 'One to one'),
} as const satisfies Record<string, Text>

export type VotingMethod = keyof typeof votingMethods

export const secrecies = {
  named: text('记名', 'Named'),
  secret: text('无记名', 'Secret'),
} as const satisfies Record<string, Text>

export type Secrecy = keyof typeof secrecies

export const choices = {
  yes: text('同意', 'In favour'),
  no: text('不同意', 'Against'),
  abstain: text('弃权', 'Abstain'),
} as const satisfies Record<string, Text>

export type Choice = keyof typeof choices

/** The bodies a record is filed with (P7). */
export const filingBodies = {
  township: text('乡镇人民政府（街道办事处）', 'Township government'),
  department: text('有关部门单位', 'Department concerned'),
  partyOrganisation: text('村（社区）党组织', 'Party organisation'),
  committee: text('村（居）民委员会', "Villagers' (residents') committee"),
  other: text('其他组织', 'Other organisation'),
} as const satisfies Record<string, Text>

export type FilingBody = keyof typeof filingBodies

/** Where a consultation stands on its way through the procedure. */
export const steps = {
  proposed: text('已提出议题', 'Topic proposed'),
  returned: text('议题已退回', 'Topic returned'),
  registered: text('议题已备案', 'Topic registered'),
  listed: text('协商主体已确定', 'Participants fixed'),
  notified: text('已告知', 'Notice issued'),
  deliberating: text('协商中', 'In deliberation'),
  voting: text('表决中', 'Voting'),
  decided: text('已形成成果', 'Outcome reached'),
  filed: text('成果已备案', 'Record filed'),
  published: text('成果已公示', 'Outcome published'),
  carryingOut: text('落实中', 'Being carried out'),
  closed: text('已办结归档', 'Closed and archived'),
} as const satisfies Record<string, Text>

export type Step = keyof typeof steps
