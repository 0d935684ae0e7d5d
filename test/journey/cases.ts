import type { ParticipantCategory, ParticipantClass } from '@xieshang/rules'

/** A person of a journey's village. */
export type Villager = {
  readonly name: string
  readonly phone?: string
  readonly category: ParticipantCategory
  readonly class: ParticipantClass
}

export type CaseItem = {
  readonly title: string
  readonly problem: string
  readonly solution: string /** Yes, no, abstain. */
  readonly votes: readonly [number, number, number]
}

/** A consultation as it was reported, on a village of this city. */
export type Case = {
  readonly name: string
  readonly source: string
  readonly title: string
  readonly description: string
  readonly matter: string
  readonly method: 'hands' | 'online'
  readonly secrecy: 'named' | 'secret'
  /** Residents on the list beside the party organisation, the committee and one expert without a vote. */
  readonly residents: number
  /** Of these, residents without a mobile phone, who are told at the door. */
  readonly withoutPhone: number
  readonly items: readonly CaseItem[]
  /** The items that fail at first are changed and voted again with these votes. */
  readonly again?: readonly CaseItem[]
}

/** Real consultations as published; names and numbers of people are made up. */
export const cases: readonly Case[] = [
  {
    name: '民新社区',
    source: '深圳 民新社区 2021-03-31：四条提案举手逐条表决，三条通过，一条未通过',
    title: '小区停车与公共空间改造',
    description: '小区停车难、楼道堆物多，居民提出四条改造提案，请大家逐条商议表决。',
    matter: 'M5.1',
    method: 'hands',
    secrecy: 'named',
    residents: 12,
    withoutPhone: 2,
    items: [
      {
        title: '划定夜间临时停车位',
        problem: '夜间车辆乱停，堵塞消防通道',
        solution: '在北侧道路划定二十个夜间临时车位',
        votes: [12, 1, 1],
      },
      {
        title: '清理楼道堆物',
        problem: '楼道堆放杂物，有火灾隐患',
        solution: '每季度集中清理一次，楼长负责巡查',
        votes: [13, 0, 1],
      },
      {
        title: '增设老人休息座椅',
        problem: '老人散步无处歇脚',
        solution: '在花园增设十张有靠背的座椅',
        votes: [14, 0, 0],
      },
      {
        title: '拆除旧宣传栏改建充电棚',
        problem: '电动车无处充电',
        solution: '拆除旧宣传栏，原址建充电棚',
        votes: [6, 7, 1],
      },
    ],
  },
  {
    name: '沈家桥',
    source: '成都 沈家桥 2023-12-13：十六人参加，选定议事场所的形式',
    title: '议事场所建设方案',
    description: '社区没有固定的议事场所，请大家选定议事场所的建设形式。',
    matter: 'M2.9',
    method: 'online',
    secrecy: 'secret',
    residents: 13,
    withoutPhone: 1,
    items: [
      {
        title: '利用旧祠堂改建议事厅',
        problem: '没有固定的议事场所',
        solution: '修缮旧祠堂，改为议事厅，配桌椅六十套',
        votes: [11, 2, 1],
      },
      { title: '新建室外议事亭', problem: '夏季室内闷热', solution: '在村口新建一座议事亭', votes: [5, 8, 1] },
    ],
  },
  {
    name: '后畈村',
    source: '宁波奉化 后畈村（2018年报道）：公共厕所由二十五座减为七座，先赞成、后有异议，再次协商',
    title: '公共厕所改建',
    description: '全村有露天厕所二十五座，拟拆并改建，请大家商定数量和位置。',
    matter: 'M2.6',
    method: 'online',
    secrecy: 'named',
    residents: 9,
    withoutPhone: 1,
    items: [
      {
        title: '拆除全部露天厕所，改建公厕三座',
        problem: '露天厕所二十五座，气味大、不卫生',
        solution: '全部拆除，改建标准公厕三座',
        votes: [4, 6, 0],
      },
    ],
    again: [
      {
        title: '拆除全部露天厕所，改建公厕七座',
        problem: '三座太少，老人走得太远',
        solution: '全部拆除，按片区改建标准公厕七座',
        votes: [9, 1, 0],
      },
    ],
  },
]

const surnames = [
  '陈',
  '林',
  '王',
  '李',
  '张',
  '吴',
  '刘',
  '周',
  '叶',
  '徐',
  '潘',
  '蓝',
  '雷',
  '钟',
  '柳',
  '夏',
  '胡',
  '朱',
]
const given = [
  '建国',
  '秀英',
  '志明',
  '桂香',
  '国平',
  '丽华',
  '水根',
  '美娟',
  '金土',
  '月仙',
  '永康',
  '彩云',
  '小明',
  '春兰',
  '大伟',
  '雪梅',
  '海燕',
  '德福',
]

/**
 * The people of a case: party organisation, committee, an expert without a vote, and its residents.
 * @param series two digits that keep the numbers of one village apart from another's
 */
export function villagersOf(one: Case, series: string): Villager[] {
  const named = (index: number) =>
    `${surnames[index % surnames.length]}${given[(index + Number(series)) % given.length]}`
  const phone = (index: number) => `138${series}${String(index).padStart(6, '0')}`
  return [
    { name: named(15), phone: phone(900), category: 'partyMember', class: 'partyOrganisation' },
    { name: named(16), phone: phone(901), category: 'resident', class: 'committee' },
    { name: named(17), phone: phone(902), category: 'scholar', class: 'expert' },
    ...Array.from(
      { length: one.residents },
      (_, index): Villager => ({
        name: named(index),
        category: index === 0 ? 'elderly' : index === 1 ? 'women' : 'resident',
        class: index === one.residents - 1 ? 'migrantResident' : 'localResident',
        ...(index < one.residents - one.withoutPhone && { phone: phone(index) }),
      }),
    ),
  ]
}
