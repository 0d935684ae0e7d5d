import { type Text, text } from '@xieshang/kernel'

/** M1–M5: the five relations of the policy's catalogue (二（二）). */
export const relations = {
  M1: text('社区与政府部门之间的协商', 'Between the community and government departments'),
  M2: text('社区与居民之间的协商', 'Between the community and its residents'),
  M3: text('社区与其他组织之间的协商', 'Between the community and other organisations'),
  M4: text('社区内部之间的协商', 'Within the community'),
  M5: text('楼宇（小区、村民小组、自然村）的协商', 'Of buildings, estates, groups and hamlets'),
} as const satisfies Record<string, Text>

export type Relation = keyof typeof relations

/** A kind of topic. `assembly` marks what law gives to the village assembly, so that P12 applies. */
export type Matter = {
  readonly code: string
  readonly relation: Relation
  readonly label: Text
  readonly assembly: boolean
  /** A county no longer takes topics under it (M6). */
  readonly withdrawn?: boolean
}

/** What a topic keeps of its matter, so that no later rule looks it up in a catalogue that has changed since. */
export type MatterAsFiled = Pick<Matter, 'relation' | 'label' | 'assembly'>

export type Catalogue = { readonly version: string; readonly matters: readonly Matter[] }

const matter = (code: string, relation: Relation, zh: string, en: string, assembly = false): Matter => ({
  code,
  relation,
  label: text(zh, en),
  assembly,
})

/** The base catalogue: the policy's own items with codes that never change. A county's dated versions build on it (M6). */
export const baseCatalogue: Catalogue = {
  version: '2017-09-29',
  matters: [
    matter('M1.1', 'M1', '政府部门委托的事项', 'Matters entrusted by government departments'),
    matter('M1.2', 'M1', '各级各类项目涉及社区拆建、搬迁的事项', 'Demolition and relocation for projects'),
    matter('M1.3', 'M1', '“一事一议”的事项', '“One matter, one discussion”'),
    matter('M1.4', 'M1', '其他需要协商的事项', 'Other matters that need consultation'),
    matter('M2.1', 'M2', '村（社区）发展规划和年度工作计划', 'Development and annual work plans', true),
    matter('M2.2', 'M2', '自治章程、居民公约、村规民约等制订或修订', 'Charters and village rules', true),
    matter(
      'M2.3',
      'M2',
      '村（社区）财务预决算，集体经济大额资金的使用',
      'Budgets, accounts and large collective funds',
      true,
    ),
    matter(
      'M2.4',
      'M2',
      '村（社区）集体资产和经济项目发包出租、集体资产处置和收益分配等方案',
      'Leasing, disposal and proceeds of collective assets',
      true,
    ),
    matter(
      'M2.5',
      'M2',
      '二三产留用地开发利用，宅基地安排使用，村民承包土地、征用征收补偿分配及使用等方案',
      'Reserved land, homesteads, contracted land and compensation',
      true,
    ),
    matter('M2.6', 'M2', '村（社区）基础设施项目建设立项、承包、招投标等', 'Infrastructure projects and tenders', true),
    matter('M2.7', 'M2', '社会救助、保障性住房分配、危房改造、社会养老、残疾人保障等公共福利事项', 'Public welfare'),
    matter(
      'M2.8',
      'M2',
      '村（社区）公益事业的兴办和筹资筹劳方案及建设承包方案',
      'Public works, their money and labour',
      true,
    ),
    matter(
      'M2.9',
      'M2',
      '涉及本区域多数居民利益的重要公共事务和公益事业及居民意见较为集中的重点难点热点问题',
      'Important public affairs and hot issues',
    ),
    matter('M3.1', 'M3', '社区与业主委员会、物业公司关于物业管理与服务事项', 'Property management and services'),
    matter(
      'M3.2',
      'M3',
      '社区与辖区企事业单位、机关单位就共驻共建、资源共享等相关事项',
      'Sharing with units in the area',
    ),
    matter(
      'M3.3',
      'M3',
      '社区与社区社会组织就公共设施使用管理维护、公益事业建设、公益活动举办等相关事项',
      'Facilities and public benefit with community organisations',
    ),
    matter(
      'M4.1',
      'M4',
      '村（社区）两委成员就内部管理制度、任务分工、管理监督以及其他需要协商的事项',
      'Internal rules, division of work and supervision',
    ),
    matter(
      'M5.1',
      'M5',
      '社区文明楼道、天井、垃圾污水、宠物豢养、车辆停放管理',
      'Stairways, courtyards, waste, pets and parking',
    ),
    matter(
      'M5.2',
      'M5',
      '自然村（村民小组）的财务开支、公益建设、集体经济、产业发展、村容村貌管理等涉及居民的重要事项',
      'Spending, works, economy and looks of a hamlet or group',
    ),
  ],
}

/** The matter with this code, if the catalogue has one; the policy's own unless another is given. */
export const findMatter = (code: string, catalogue: Catalogue = baseCatalogue): Matter | undefined =>
  catalogue.matters.find((m) => m.code === code)
