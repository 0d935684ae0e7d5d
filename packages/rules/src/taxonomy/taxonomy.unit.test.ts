import { describe, expect, it } from 'vitest'
import { usualSeats, World } from '../../test/world.ts'
import { suggestForms } from '../deciding.ts'
import {
  aspects,
  baseCatalogue,
  channels,
  forms,
  keysOf,
  participantCategories,
  participantClasses,
  type Relation,
  sessionKinds,
  type Text,
} from '../index.ts'

const labels = (table: Readonly<Record<string, { readonly label: Text }>>, of = (_key: string) => true) =>
  keysOf(table)
    .filter(of)
    .map((key) => table[key]?.label.zh)
const matters = (relation: Relation) =>
  baseCatalogue.matters.filter((matter) => matter.relation === relation).map(({ label }) => label.zh)

describe('what the policy lists, we have', () => {
  it('M1: four kinds of matters between the community and government departments', () => {
    expect(matters('M1')).toEqual([
      '政府部门委托的事项',
      '各级各类项目涉及社区拆建、搬迁的事项',
      '“一事一议”的事项',
      '其他需要协商的事项',
    ])
  })

  it('M2: nine kinds between the community and its residents', () => {
    expect(matters('M2')).toEqual([
      '村（社区）发展规划和年度工作计划',
      '自治章程、居民公约、村规民约等制订或修订',
      '村（社区）财务预决算，集体经济大额资金的使用',
      '村（社区）集体资产和经济项目发包出租、集体资产处置和收益分配等方案',
      '二三产留用地开发利用，宅基地安排使用，村民承包土地、征用征收补偿分配及使用等方案',
      '村（社区）基础设施项目建设立项、承包、招投标等',
      '社会救助、保障性住房分配、危房改造、社会养老、残疾人保障等公共福利事项',
      '村（社区）公益事业的兴办和筹资筹劳方案及建设承包方案',
      '涉及本区域多数居民利益的重要公共事务和公益事业及居民意见较为集中的重点难点热点问题',
    ])
  })

  it('M3: three kinds between the community and other organisations', () => {
    expect(matters('M3')).toEqual([
      '社区与业主委员会、物业公司关于物业管理与服务事项',
      '社区与辖区企事业单位、机关单位就共驻共建、资源共享等相关事项',
      '社区与社区社会组织就公共设施使用管理维护、公益事业建设、公益活动举办等相关事项',
    ])
  })

  it('M4: what the two committees settle among themselves', () => {
    expect(matters('M4')).toEqual(['村（社区）两委成员就内部管理制度、任务分工、管理监督以及其他需要协商的事项'])
  })

  it('M5: everything of buildings and of hamlets that the policy names', () => {
    const all = matters('M5').join()
    for (const named of [
      '楼道',
      '天井',
      '垃圾污水',
      '宠物豢养',
      '车辆停放',
      '财务开支',
      '公益建设',
      '集体经济',
      '产业发展',
      '村容村貌',
    ])
      expect(all, named).toContain(named)
  })

  it('M6: codes are lasting, so none is there twice', () => {
    const codes = baseCatalogue.matters.map(({ code }) => code)
    expect(new Set(codes).size).toBe(codes.length)
    for (const { code, relation } of baseCatalogue.matters) expect(code.startsWith(`${relation}.`)).toBe(true)
  })

  it('S3: ten representatives of groups, three units, three kinds of professionals, and who takes part on their own', () => {
    const of = (group: string) =>
      labels(participantCategories, (key) => participantCategories[key as 'resident'].group === group)
    expect(of('representatives')).toEqual([
      ...['居民代表', '党员代表', '人大代表', '政协委员', '妇女代表', '老年人代表', '社区社会组织代表'],
      ...['业主委员会代表', '物业代表', '外来人员代表'],
    ])
    expect(of('units')).toEqual(['政府部门', '执法部门', '驻社区企事业单位'])
    expect(of('professionals')).toEqual(['专业机构', '专家学者', '专业社工'])
    expect(of('volunteers')).toEqual(['自主参与的居民'])
  })

  it('P2b: thirteen regular classes and other stakeholders, four of community organisations, three third parties', () => {
    const of = (kind: string) => labels(participantClasses, (key) => participantClasses[key as 'expert'].kind === kind)
    expect(of('regular')).toEqual([
      ...['基层政府及其派出机关', '村（社区）党组织', '村（居）民委员会', '村（居）务监督委员会', '村（居）民小组'],
      ...['驻社区单位', '楼宇（小区、自然村）', '业主委员会', '集体经济组织', '农民专业合作组织', '物业服务企业'],
      ...['当地居民', '非户籍居民代表', '其他利益相关方'],
    ])
    expect(of('social')).toEqual(['志愿类社会组织', '公益类社会组织', '互助类社会组织', '兴趣类社会组织'])
    expect(of('third')).toEqual(['专家学者', '专业技术人员', '第三方专业机构'])
    for (const kind of keysOf(participantClasses))
      if (participantClasses[kind].kind === 'third')
        expect(participantClasses[kind]).toMatchObject({ votes: false, resident: false })
  })

  it('P3a: eight channels, of which the system serves four by itself', () => {
    expect(labels(channels)).toEqual([
      ...['入户告知', '公告栏', '宣传画廊', '电子屏', '板报', '网站', '微信公众号', '短信平台'],
    ])
    expect(keysOf(channels).filter((channel) => channels[channel].by === 'system')).toEqual([
      ...(['screen', 'website', 'wechat', 'sms'] as const),
    ])
  })

  it('P4: eleven forms; P5a: six aspects; F1–F4: four systems', () => {
    expect(keysOf(forms).map((form) => forms[form].zh)).toEqual([
      ...['提案', '会议', '座谈', '论证', '听证', '公示', '评估', '咨询', '网络', '调查调研', '入户协商'],
    ])
    expect(keysOf(aspects).map((aspect) => aspects[aspect].zh)).toEqual([
      ...['问题', '问题表现', '问题带来的影响', '问题产生的原因', '解决问题的办法', '解决问题的注意事项'],
    ])
    expect(keysOf(sessionKinds).map((kind) => sessionKinds[kind].zh)).toEqual([
      ...['民情恳谈会', '民主议事会', '民主听证会', '民主评议会'],
    ])
  })
})

describe('P4: forms are suggested', () => {
  it.each([
    ['M1.2', ['meeting', 'appraisal', 'hearing']],
    ['M2.7', ['meeting']],
    ['M2.6', ['meeting', 'hearing', 'publicNotice']],
    ['M3.1', ['meeting', 'discussion']],
    ['M4.1', ['meeting']],
    ['M5.1', ['meeting', 'homeVisit']],
  ])('from the matter: %s', (matter, suggested) => {
    const world = new World()
    world.propose({ matter })
    expect(suggestForms(world.state)).toEqual(suggested)
  })

  it('P4: and from the scope: many people are asked online and by survey, experts appraise and advise', () => {
    const seats = (size: number) => [
      ...usualSeats(size),
      { person: 'p60', category: 'scholar', class: 'expert' } as const,
    ]
    expect(suggestForms(new World().listed(seats(48)).state)).toEqual(['meeting', 'appraisal', 'advice', 'homeVisit'])
    expect(suggestForms(new World().listed(seats(49)).state)).toEqual([
      ...['meeting', 'appraisal', 'advice', 'online', 'survey', 'homeVisit'],
    ])
    expect(suggestForms(new World().listed(usualSeats(49)).state)).not.toContain('survey')
  })
})
