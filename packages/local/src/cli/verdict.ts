import type { Verdict } from '@xieshang/kernel'

type Flaw = Extract<Verdict, { kind: 'broken' }>['flaw']

const flaws: { readonly [F in Flaw]: readonly [zh: string, en: string] } = {
  unreadable: ['不是完整的存证内容', 'it is no whole line of a chain'],
  algorithm: ['使用了本程序不认识的算法', 'its algorithm is not known to this program'],
  foreign: ['属于另一件事项', 'it belongs to something else'],
  unlinked: [
    '与上一条接不上：其中一条被改动，或者中间有缺失',
    'it does not follow the one before: one of them was changed, or something is missing',
  ],
  value: ['内容与当时存证的不一致', 'its values are not those that were chained'],
}

/** A verdict as people read it. */
export function saidOf(verdict: Verdict, headGiven: boolean): string[] {
  switch (verdict.kind) {
    case 'broken': {
      const [zh, en] = flaws[verdict.flaw]
      return [`有改动：第 ${verdict.line} 行${zh}。`, `Broken: of line ${verdict.line}, ${en}.`]
    }
    case 'otherHead':
      return [
        `与校验码不符：内容自身连贯，但得不到您输入的校验码。最后一条被改动，或者后面有缺失，或者校验码输入有误。文件的校验码是 ${verdict.head}`,
        `Not what the head says: unbroken in itself, but it never comes to the head you typed. Its own head is ${verdict.head}`,
      ]
    case 'unbroken': {
      const { first, last, head, provedTo, values, withoutValue } = verdict
      const from = first === 1 ? [] : [`存证从第 ${first} 条开始。 / The chain begins with event ${first}.`]
      return [
        provedTo === last
          ? `完整，没有改动：共 ${last} 条，与校验码一致。 / Unbroken and complete: ${last} events, as the head says.`
          : provedTo !== undefined
            ? `到第 ${provedTo} 条没有改动，与校验码一致；其后的 ${last - provedTo} 条连贯，但结尾未经证明。 / Proved up to event ${provedTo}; the ${last - provedTo} after it are unbroken, their end is not proved.`
            : `内容连贯，结尾未经证明：没有校验码，看不出后面是否有缺失。 / Unbroken, end not proved: without a head nobody can tell whether something is missing at the end.`,
        ...from,
        `核对内容 ${values} 项，未随文件给出的 ${withoutValue} 项。 / ${values} values checked, ${withoutValue} not in the file.`,
        ...(headGiven ? [] : [`文件的校验码 / its head: ${head}`]),
      ]
    }
  }
}
