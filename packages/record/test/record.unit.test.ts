import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import { severalVillages } from '../../rules/test/walks.ts'
import { officer, type Seat, usualSeats, village, World } from '../../rules/test/world.ts'
import { columnWidths } from '../src/columns.ts'
import { type Block, buildRecord, type RecordInput, recordContent } from '../src/index.ts'

/** A consultation filed and published, with an exception, an outsider, an expert, an opinion and two rounds. */
function filed(): RecordInput {
  const seats: Seat[] = [
    ...usualSeats(6),
    { person: 'p9', category: 'scholar', class: 'expert' },
    { person: 'p10', category: 'migrant', class: 'migrantResident' },
  ]
  const world = new World().ready(8, 2, seats)
  world.sitting([1, 2, 3, 4, 6, 7])
  world.done('recordDiscussion', { session: 1, item: 1, text: '先修主梁 <再> 换瓦 & 刷墙' })
  world.hands([
    { item: 1, yes: 4, no: 1, abstain: 0 },
    { item: 2, yes: 2, no: 2, abstain: 1 },
  ])
  world.done('reviseItem', { item: 2, title: '第2条（分期）', aspects: { problem: '经费', solution: '分两年' } })
  world.hands([{ item: 2, yes: 5, no: 0, abstain: 0 }])
  world.done('closeSession', { session: 1 })
  world.done('fileRecord', { bodies: [{ body: 'township', name: '紫金街道办事处' }] })
  world.done('publishOutcome', { channels: ['website', 'board'], text: '两条均通过' })
  const { at, by } = world.events[0] ?? { at: '', by: officer }
  const fromElsewhere = { clause: 'P2a', reason: '席位8：承包本村土地' }
  return {
    consultation: { ...world.state, exceptions: [...world.state.exceptions, { at, by, ...fromElsewhere }] },
    // Lists from before say why somebody from elsewhere is on them.
    seats: world.seats.map((one) => (one.person === 'p10' ? { ...one, outsiderReason: '承包本村土地' } : one)),
    events: world.events,
    rounds: roundsOf(world),
    dissents: world.dissents,
    opinions: [
      { seat: 4, name: '居民4', text: '请公开账目', at: world.now, answer: { text: '每月公开', at: world.now } },
    ],
    place: ['丽水市', '莲都区', '紫金街道', '社区'],
    at: '2026-03-02T16:30:00.000Z',
  }
}

/** What the store keeps beside the events. */
const roundsOf = (world: World) => new Map(world.closed.map(({ round, seats }) => [round, seats] as const))

const linesOf = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => {
    if (block.kind === 'table') return [block.head.join(' '), ...block.rows.map((row) => row.join(' '))]
    return block.kind === 'pageBreak' ? [] : [`${'lead' in block ? (block.lead ?? '') : ''}${block.text}`]
  })

/** One that was taken to the archive with everything that may follow a vote. */
function archived(): RecordInput {
  const world = severalVillages()
  const place = ['丽水市', '莲都区', '紫金街道']
  return {
    ...{ consultation: world.state, seats: world.seats, events: world.events, opinions: [], place },
    rounds: roundsOf(world),
    dissents: world.dissents,
    villages: ['甲村', '乙村'],
    at: world.now,
  }
}

describe('P7: the record of what followed the vote', () => {
  const lines = linesOf(recordContent(archived()).blocks)
  const text = lines.join('\n')

  it('P3a: says what hangs where and who put it there, and is silent of what did not come about', () => {
    expect(lines.filter((line) => /^(公告栏|微信公众号)：/.test(line))).toEqual([
      '公告栏：2026年3月1日16:00张贴于村口，张贴人网格员，照片存档。',
    ])
  })

  it('has a section for each thing that happened, numbered on', () => {
    const headings = lines.filter((line) => /^[一二三四五六七八九十]+、/.test(line))
    expect(headings).toEqual([
      '一、议题的提出与备案',
      '二、协商主体',
      '三、告知与征求意见',
      '四、商讨内容',
      '五、表决',
      '六、提交会议表决',
      '七、协商成果',
      '八、例外情况',
      '九、备案与公示',
      '十、五议两公开',
      '十一、成果落实与报告',
      '十二、不同意见及解释说明',
      '十三、依法纠正',
      '十四、监督与进度公布',
      '十五、办结与归档',
    ])
  })

  it.each([
    ['P9e', '涉及村（社区）：甲村、乙村'],
    ['P9e', '1 两村分别召开议事会 两村村委会'],
    ['P6a', '乡镇经办人录入，乡镇复核人复核'],
    ['P6b', '6 居民6 有 已告知、缺席'],
    ['P9d', '应到30人，到会23人，须到会20人（依据：村民委员会组织法第二十六条（2018年））'],
    ['P9d', '2 18 4 1 通过'],
    ['P7', '紫金街道办事处答复：2026年3月1日16:00已收悉备案：同意（乡镇经办人）'],
    ['P12', '村民（代表）会议决议 村民（代表）会议 2026.3.1 30 25 24 通过'],
    ['P12', '表决结果公开 村（居）委会 2026.3.1    公开至2026.3.4'],
    ['P9a', '1 迁移电杆（第1、2条） 其他利益相关方落实 供电公司 2026.3.20 2026.3.1 16:00完成'],
    ['P9b', '第1项督促：请尽快进场（2026年3月1日16:00，乡镇经办人）'],
    ['P9c', '交通运输局反馈：部分采纳，补偿另行研究'],
    ['P9f', '1 2 居民3 标准偏低 按县里统一标准'],
    ['P9f', '2 1 周师傅 绕路 增设人行便道'],
    ['P9g', '依法纠正：补办许可（依据：公路法第四十五条；2026年3月1日16:00，乡镇经办人）'],
    ['P10a', '监督意见：注意施工安全（2026年3月1日16:00，监委会主任）'],
    ['P10b', '专门监督委员会：王五、赵六'],
    ['P10c', '公布进度：进度：完成八成；问题：雨天停工；影响：无'],
    ['P11b', '2026年3月17日12:00由乡镇经办人办结归档。全部落实。'],
  ])('%s: %s', (_clause, line) => {
    expect(text).toContain(line)
  })
})

describe('P7: the record', () => {
  const input = filed()
  const lines = linesOf(recordContent(input).blocks)
  const text = lines.join('\n')

  it('goes from the topic to the publication', () => {
    const headings = recordContent(input).blocks.flatMap((block) =>
      block.kind === 'heading' && block.level === 1 ? [block.text] : [],
    )
    expect(headings).toEqual([
      '一、议题的提出与备案',
      '二、协商主体',
      '三、告知与征求意见',
      '四、协商形式与会议',
      '五、商讨内容',
      '六、表决',
      '七、协商成果',
      '八、例外情况',
      '九、备案与公示',
      '附件一　协商签到表',
      '附件二　表决席位情况',
    ])
  })

  it('P6b, P6c: prints the rule in force, the attendance and every count with its base', () => {
    expect(text).toContain('名单上的协商主体三分之二以上出席方可表决，出席按名单上的全部席位计算，列席人员计入出席')
    expect(text).toContain('同意票超过到会的有表决权人数的二分之一的为通过')
    expect(text).toContain('应到8人，出席6人，须出席6人，符合出席人数规定；到会有表决权5人，计票基数5人。')
    expect(lines).toContain('1 4 1 0 5 通过')
    expect(lines).toContain('2 2 2 1 5 未通过')
    expect(lines).toContain('2 5 0 0 5 通过')
    expect(text).toContain('陈主任录入，李会计复核。')
  })

  it('P2a: shows every exception with its reason and the officer', () => {
    expect(text).toContain('条款P2a：席位8：承包本村土地（陈主任，2026年3月1日16:00）')
    expect(text).toContain('外来人员及邀请理由：8 居民10（承包本村土地）。')
  })

  it('P5b: keeps how an item was revised; P3b: each opinion with its answer', () => {
    expect(text).toContain('第1稿（2026年3月1日16:00）：“第2条”。问题：漏水；办法：翻修。')
    expect(lines).toContain('居民4 请公开账目 每月公开')
  })

  it('gives days as people in China count them', () => {
    // Half past midnight of the third in Shanghai.
    expect(text).toContain('2026年3月3日')
    expect(text).toContain('2026年3月1日至2026年3月8日通过网站、公告栏公示')
  })

  it('is a Word document of A4 in the type of official papers, whatever people wrote', async () => {
    const zip = await JSZip.loadAsync(await buildRecord(input))
    const document = (await zip.file('word/document.xml')?.async('string')) ?? ''
    expect(/先修主梁[^<]*/.exec(document)?.[0]).toBe('先修主梁 &lt;再&gt; 换瓦 &amp; 刷墙')
    // GB/T 9704: A4 in twentieths of a point.
    expect(/<w:pgSz [^>]*>/.exec(document)?.[0]).toMatch(/w:w="11906".* w:h="16838"/)
    const fonts = `${document}${(await zip.file('word/styles.xml')?.async('string')) ?? ''}`
    expect(['仿宋', '黑体'].filter((font) => !fonts.includes(font))).toEqual([])
  })

  it('E4: prints the head of its chain, whole, as text and as a code, once it has one', async () => {
    const input = filed()
    expect(JSON.stringify(recordContent(input))).not.toContain('过程存证')
    const chainHead = '0123456789abcdef'.repeat(4)
    const chained = { ...input, consultation: { ...input.consultation, chainHead } }
    expect(linesOf(recordContent(chained).blocks)).toContain(
      `校验码：${Array.from({ length: 4 }, () => '0123 4567 89ab cdef').join(' ')}`,
    )
    const zip = await JSZip.loadAsync(await buildRecord(chained))
    const [image] = zip.file(/word\/media\/.*\.png$/)
    const png = Buffer.from((await image?.async('uint8array')) ?? [])
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG')
    // Width and height: whole modules of eight pixels.
    expect(png.readUInt32BE(16)).toBe(png.readUInt32BE(20))
    expect(png.readUInt32BE(16) % 8).toBe(0)
  })

  it('is of a consultation that has only just begun, too', () => {
    const world = new World()
    world.propose()
    const early = recordContent({
      consultation: world.state,
      seats: [],
      events: world.events,
      rounds: new Map(),
      dissents: [],
      opinions: [],
      place: [village],
      at: world.now,
    })
    expect(linesOf(early.blocks).join()).toContain('文化礼堂修缮')
  })
})

it('a table shares its width by what stands in its columns, to the last twip', () => {
  const table = {
    kind: 'table',
    head: ['席位', '意见'],
    rows: [['1', '请先修下游排水，再铺路面，并公开账目。']],
  } as const
  const widths = columnWidths(table, 8845)
  expect(widths.reduce((sum, width) => sum + width, 0)).toBe(8845)
  expect(widths[0]).toBeLessThan((widths[1] ?? 0) / 2)
})
