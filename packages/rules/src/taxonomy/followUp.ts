import { type Text, text } from '@xieshang/kernel'
import type { Share } from '../voting/arithmetic.ts'

/** P7: what a body says of a record that was filed with it. */
export const filingResults = {
  acknowledged: text('已收悉备案', 'Acknowledged'),
  returned: text('退回补正', 'Returned'),
} as const satisfies Record<string, Text>

export type FilingResult = keyof typeof filingResults

/** P9a, P9b: whether the village carries it out itself or urges an outside body. */
export const taskKinds = {
  own: text('村（社区）组织实施', 'Carried out by the village'),
  outside: text('其他利益相关方落实', 'Carried out by another body'),
} as const satisfies Record<string, Text>

export type TaskKind = keyof typeof taskKinds

/** P9c: what a commissioning body does with a report. */
export const commissionAnswers = {
  adopted: text('采纳', 'Adopted'),
  partly: text('部分采纳', 'Adopted in part'),
  declined: text('未采纳', 'Not adopted'),
} as const satisfies Record<string, Text>

export type CommissionAnswer = keyof typeof commissionAnswers

type Assembly = {
  readonly label: Text
  readonly quorum: Share
  /** Whether exactly the share is enough (以上) or it must be exceeded (过半数). */
  readonly exceeds: boolean
  readonly source: string
}

/** P9d: the bodies that decide what a consultation could not, each with its own quorum; all pass with more than half of who attend. */
export const assemblies = {
  villageAssembly: {
    label: text('村民会议', 'Village assembly'),
    quorum: { needs: 1, of: 2 },
    exceeds: true,
    source: '村民委员会组织法第二十二条（2018年）',
  },
  households: {
    label: text('村民会议（户代表）', 'Village assembly by households'),
    quorum: { needs: 2, of: 3 },
    exceeds: false,
    source: '村民委员会组织法第二十二条（2018年）',
  },
  representatives: {
    label: text('村（居）民代表会议', 'Assembly of representatives'),
    quorum: { needs: 2, of: 3 },
    exceeds: false,
    source: '村民委员会组织法第二十六条（2018年）',
  },
  residentsAssembly: {
    label: text('居民会议', "Residents' assembly"),
    quorum: { needs: 1, of: 2 },
    exceeds: true,
    source: '城市居民委员会组织法第九、十条',
  },
} as const satisfies Record<string, Assembly>

export type AssemblyKind = keyof typeof assemblies

export const assemblyResults = {
  passed: text('通过', 'Passed'),
  failed: text('未通过', 'Not passed'),
  noQuorum: text('人数不足，未形成结果', 'No quorum'),
} as const satisfies Record<string, Text>
