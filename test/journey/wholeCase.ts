import type { ItemAspects, ParticipantCategory, ParticipantClass } from '@xieshang/rules'

export type WholeItem = {
  readonly title: string
  readonly aspects: ItemAspects
  readonly discussion: string
  /** In favour, against, abstaining, of 57 voters. */
  readonly votes: readonly [number, number, number]
  /** What the first who is against says. */
  readonly dissent?: string
  readonly again?: {
    readonly title: string
    readonly aspects: ItemAspects
    readonly votes: readonly [number, number, number]
  }
}

type Villager = {
  readonly name: string
  readonly phone?: string
  readonly category: ParticipantCategory
  readonly class: ParticipantClass
}

const surnames = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗']
const given = ['建华', '美珍', '国强', '春兰', '志明', '秀芳', '海波']

const special: readonly (readonly [ParticipantCategory, ParticipantClass])[] = [
  ['partyMember', 'partyOrganisation'],
  ['resident', 'committee'],
  ['resident', 'supervisionCommittee'],
  ['resident', 'residentsGroup'],
  ['resident', 'residentsGroup'],
  ['enterprise', 'collective'],
  ['enterprise', 'cooperative'],
  ['enterprise', 'localUnit'],
  ['migrant', 'migrantResident'],
  ['government', 'government'],
  ['scholar', 'expert'],
  ['institution', 'thirdPartyInstitution'],
]
const categories: readonly ParticipantCategory[] = [
  ...(['resident', 'resident', 'partyMember', 'women', 'elderly', 'resident', 'peoplesDeputy', 'volunteer'] as const),
]

/** Sixty people who are nobody: eight of the old have no phone. */
export const wholeList: readonly Villager[] = Array.from({ length: 60 }, (_, index): Villager => {
  const name = `${surnames[index % surnames.length]}${given[(index * 3 + Math.floor(index / 20)) % given.length]}`
  const [category, kind] = special[index] ?? [categories[index % categories.length] ?? 'resident', 'localResident']
  const old = category === 'elderly' || index >= 58
  return { name, category, class: kind, ...(!old && { phone: `137${String(20_260_000 + index)}` }) }
})

const item = (
  title: string,
  [problem, manifestation, impact, cause, solution, cautions]: readonly [
    string,
    string,
    string,
    string,
    string,
    string,
  ],
  discussion: string,
  votes: WholeItem['votes'],
  more: Pick<WholeItem, 'dissent' | 'again'> = {},
): WholeItem => ({
  title,
  aspects: { problem, manifestation, impact, cause, solution, cautions },
  discussion,
  votes,
  ...more,
})

const narrow = '道路狭窄破损'
const drainage = '雨污不分，排水不畅'

export const wholeCase = {
  title: '主村道拓宽硬化及排水管网改造',
  description:
    '主村道建于2003年，路面破损，会车困难；沿线雨污合流，雨季倒灌。拟结合县乡村建设项目拓宽硬化道路、改造排水、增设路灯，请大家逐条商议。',
  matter: 'M2.6',
  basis: {
    nature: '基础设施建设，属公共利益事项',
    interests: '沿线86户直接受益，12户涉及围墙退让',
    complexity: '涉及征地、资金和施工组织，较为复杂',
    scope: '全村六个村民小组',
  },
  notice: {
    text: '主村道拓宽硬化及排水管网改造将召开民主议事会，请提前阅读材料并提出意见。',
    materials: [
      {
        title: '改造方案（征求意见稿）',
        text: '全长1.6公里，路面由3.5米拓宽至5米；新建雨污分流管网1.4公里；安装太阳能路灯48盏。',
      },
      { title: '资金概算', text: '概算286万元，其中县级补助200万元，村集体自筹86万元，不向农户集资。' },
    ],
  },
  opinions: [
    [1, '请先修下游排水，再铺路面。'],
    [15, '希望给小学门口留出人行道。'],
    [22, '围墙退让的标准要一样。'],
    [31, '路灯不要正对卧室窗户。'],
  ] as const,
  items: [
    item(
      '主村道拓宽至5米并硬化',
      [
        narrow,
        '会车须倒车，坑洼37处',
        '接送学生和农产品外运困难',
        '建设标准低，年久失修',
        '拓宽至5米，水泥硬化',
        '分段施工，保证单向通行',
      ],
      '多数代表同意拓宽，建议先做样板段。',
      [52, 3, 2],
    ),
    item(
      '新建雨污分流管网',
      [
        drainage,
        '雨季倒灌，异味重',
        '影响居住和水质',
        '历史上雨污合流',
        '新建雨污分流管网1.4公里',
        '与道路同步施工，避免重复开挖',
      ],
      '专家说明了管径和坡度，代表们没有异议。',
      [54, 1, 2],
    ),
    item(
      '沿街商铺门前统一退让1.5米',
      [
        '商铺占道',
        '货物堆放到路面',
        '行人只能走机动车道',
        '没有划定门前界线',
        '统一退让1.5米，设人行道',
        '给商户三个月过渡期',
      ],
      '商户代表认为退让过多，生意受影响。',
      [24, 29, 4],
      {
        dissent: '退让1.5米后门面放不下冷柜',
        again: {
          title: '沿街商铺门前退让1米',
          aspects: {
            problem: '商铺占道',
            manifestation: '货物堆放到路面',
            impact: '行人只能走机动车道',
            cause: '没有划定门前界线',
            solution: '退让1米，设人行道，夜间允许临时摆放',
            cautions: '给商户六个月过渡期',
          },
          votes: [46, 8, 1],
        },
      },
    ),
    item(
      '安装太阳能路灯48盏',
      ['夜间无照明', '三年内发生摔伤5起', '老人不敢夜间出门', '没有路灯', '安装太阳能路灯48盏', '避开住户窗户'],
      '建议在小学和卫生室门口加密。',
      [55, 0, 2],
    ),
    item(
      '村集体自筹86万元从集体经济收益中列支',
      [
        '自筹资金来源',
        '县级补助不足部分须自筹',
        '影响集体其他支出',
        '项目补助比例70%',
        '从近三年集体收益结余中列支',
        '逐笔公开，接受监督',
      ],
      '有代表担心影响分红，会计说明了结余情况。',
      [26, 27, 4],
      {
        dissent: '担心影响年底分红',
        again: {
          title: '村集体自筹86万元分两年列支，当年分红不减少',
          aspects: {
            problem: '自筹资金来源',
            manifestation: '县级补助不足部分须自筹',
            impact: '影响集体其他支出',
            cause: '项目补助比例70%',
            solution: '分两年从集体收益结余中列支，当年分红不减少',
            cautions: '逐笔公开，接受监督',
          },
          votes: [27, 26, 2],
        },
      },
    ),
    item(
      '成立村民质量监督小组',
      ['施工质量', '以往工程返工较多', '浪费资金', '缺少监督', '推选五名村民全程监督', '对隐蔽工程拍照留存'],
      '一致同意，并推选了人选。',
      [57, 0, 0],
    ),
  ] satisfies readonly WholeItem[],
  publication: '经两轮协商和村民代表会议表决，六条全部形成成果，现予公示，请大家监督。',
  majorNotes: {
    suggestion: '汇总党员、群众建议19条。',
    proposal: '党组织研究提出初步方案。',
    council: '村务联席会议商议并完善预算。',
    partyMeeting: '党员大会审议通过。',
    assembly: '村民代表会议作出决议。',
    resultPublished: '决议在公告栏和网站公开。',
    carryingOutPublished: '实施情况和账目在公告栏和网站公开。',
  } as Readonly<Record<string, string>>,
  majorVotes: {
    partyMeeting: { members: 63, attended: 51, yes: 47 },
    assembly: { members: 45, attended: 41, yes: 36 },
  } as Readonly<Record<string, { members: number; attended: number; yes: number }>>,
  tasks: [
    {
      task: { title: '道路拓宽硬化及人行道', kind: 'own', responsible: '村民委员会', items: [1, 3] },
      days: 90,
      progress: ['样板段200米完工', '全线完工，待验收'],
      result: '验收合格',
    },
    {
      task: { title: '管网改造及电杆迁移', kind: 'outside', responsible: '县供电公司、施工单位', items: [2] },
      days: 75,
      urge: '请于月底前完成沿线6根电杆迁移。',
      progress: ['电杆已迁移，管网完成八成'],
      result: '通水试验合格',
    },
    {
      task: { title: '路灯安装和质量监督', kind: 'own', responsible: '村民质量监督小组', items: [4, 6] },
      days: 100,
      progress: ['48盏路灯全部亮灯'],
      result: '监督报告已提交',
    },
  ] as const,
  report: { body: '县农业农村局', text: '群众同意方案并要求先修排水，请支持下游管网资金。' },
}
