import { type Text, text } from '@xieshang/kernel'

/** S3: the four groups of participants. */
export const participantGroups = {
  representatives: text('群体代表', 'Representatives of groups'),
  units: text('辖区单位代表', 'Units in the area'),
  professionals: text('专业人士', 'Professionals'),
  volunteers: text('自主参与', 'Taking part on their own'),
} as const satisfies Record<string, Text>

export type ParticipantGroup = keyof typeof participantGroups

type Category = { readonly group: ParticipantGroup; readonly label: Text }

/** S3: every category of the four groups, the ten of 群体代表 first. */
export const participantCategories = {
  resident: { group: 'representatives', label: text('居民代表', 'Residents') },
  partyMember: { group: 'representatives', label: text('党员代表', 'Party members') },
  peoplesDeputy: { group: 'representatives', label: text('人大代表', "Deputies to the people's congress") },
  cppccMember: {
    group: 'representatives',
    label: text('政协委员', 'Members of the political consultative conference'),
  },
  women: { group: 'representatives', label: text('妇女代表', 'Women') },
  elderly: { group: 'representatives', label: text('老年人代表', 'The elderly') },
  socialOrganisation: { group: 'representatives', label: text('社区社会组织代表', 'Community organisations') },
  ownersCommittee: { group: 'representatives', label: text('业主委员会代表', "Owners' committees") },
  property: { group: 'representatives', label: text('物业代表', 'Property management') },
  migrant: { group: 'representatives', label: text('外来人员代表', 'People from elsewhere') },
  government: { group: 'units', label: text('政府部门', 'Government departments') },
  enforcement: { group: 'units', label: text('执法部门', 'Law enforcement') },
  enterprise: { group: 'units', label: text('驻社区企事业单位', 'Enterprises and institutions in the area') },
  institution: { group: 'professionals', label: text('专业机构', 'Professional institutions') },
  scholar: { group: 'professionals', label: text('专家学者', 'Experts and scholars') },
  socialWorker: { group: 'professionals', label: text('专业社工', 'Social workers') },
  volunteer: { group: 'volunteers', label: text('自主参与的居民', 'Residents taking part on their own') },
} as const satisfies Record<string, Category>

export type ParticipantCategory = keyof typeof participantCategories

/** P2b: the three kinds of classes. */
export const participantClassKinds = {
  regular: text('常态化协商主体', 'Regular participants'),
  social: text('社区社会组织类协商主体', 'Community organisations'),
  third: text('第三方协商主体', 'Third parties'),
} as const satisfies Record<string, Text>

export type ParticipantClassKind = keyof typeof participantClassKinds

type Class = {
  readonly kind: ParticipantClassKind
  readonly label: Text
  /** Counts as a resident for S1. */
  readonly resident: boolean
  /** Whether a seat of this class votes unless the list says otherwise; a third party never does (P2b). */
  readonly votes: boolean
}

const regular = (zh: string, en: string, votes = true): Class => ({
  kind: 'regular',
  label: text(zh, en),
  resident: false,
  votes,
})
const residents = (zh: string, en: string): Class => ({ ...regular(zh, en), resident: true })
const social = (zh: string, en: string): Class => ({ ...regular(zh, en), kind: 'social' })
const third = (zh: string, en: string): Class => ({ ...regular(zh, en, false), kind: 'third' })

/** P2b: every class, in the order of the policy; 其他利益相关方 closes the regular ones. */
export const participantClasses = {
  government: regular('基层政府及其派出机关', 'Local government and its offices', false),
  partyOrganisation: regular('村（社区）党组织', 'Party organisation'),
  committee: regular('村（居）民委员会', "Villagers' (residents') committee"),
  supervisionCommittee: regular('村（居）务监督委员会', 'Supervision committee'),
  residentsGroup: residents('村（居）民小组', "Villagers' (residents') group"),
  localUnit: regular('驻社区单位', 'Unit in the community'),
  building: residents('楼宇（小区、自然村）', 'Building, estate or hamlet'),
  ownersCommittee: regular('业主委员会', "Owners' committee"),
  collective: regular('集体经济组织', 'Collective economic organisation'),
  cooperative: regular('农民专业合作组织', "Farmers' cooperative"),
  propertyCompany: regular('物业服务企业', 'Property management company'),
  localResident: residents('当地居民', 'Local resident'),
  migrantResident: residents('非户籍居民代表', 'Resident registered elsewhere'),
  stakeholder: regular('其他利益相关方', 'Other stakeholder'),
  volunteerOrganisation: social('志愿类社会组织', 'Volunteers’ organisation'),
  charityOrganisation: social('公益类社会组织', 'Public benefit organisation'),
  mutualAidOrganisation: social('互助类社会组织', 'Mutual aid organisation'),
  interestOrganisation: social('兴趣类社会组织', 'Interest organisation'),
  expert: third('专家学者', 'Expert or scholar'),
  technician: third('专业技术人员', 'Technical professional'),
  thirdPartyInstitution: third('第三方专业机构', 'Third-party institution'),
} as const satisfies Record<string, Class>

export type ParticipantClass = keyof typeof participantClasses
