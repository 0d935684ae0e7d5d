import { type Text, text } from '@xieshang/kernel'
import type { Share } from '../voting/arithmetic.ts'

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
