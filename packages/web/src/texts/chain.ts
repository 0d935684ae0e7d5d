/** E4: words of the chained course of a consultation. */
export const chainZh = {
  chain: {
    title: '过程存证',
    why: '从提出议题到公示的每一步都逐条存证，一条连着一条。以后有人改动、删去或调换过任何一条，用您现在记下的、或者纸质记录上的校验码一核对就能查出来。',
    head: '校验码',
    file: '下载过程存证',
    part: (part: number) => `下载过程存证（第 ${part} 部分）`,
    withoutNames: '下载不含姓名和内容的存证（可以给别人）',
    noNames: '文件里没有任何人的姓名和所说的话。',
    rewritten: '过程存证与先前所报不一致',
    rewrittenWhy: '县里后来所报的存证，与市里最早收到的不同：已经发生的过程被改写过。市里最早收到的校验码一直保留。',
    rewrittenAt: (event: number, at: string) => `第 ${event} 条，${at}发现`,
    how: '核对方法：在装有本系统程序的电脑上运行 npm run verify -- 文件 校验码。不需要联网。',
  },
}

export const chainEn: typeof chainZh = {
  chain: {
    title: 'Chained course',
    why: 'Each step from the topic to the publication is chained to the one before. If one is changed, removed or moved later, the head that you note down now, or that stands on paper, shows it.',
    head: 'Head',
    file: 'Download the chained course',
    part: (part) => `Download the chained course (part ${part})`,
    withoutNames: 'Download it without names and words, to be given out',
    noNames: 'The file holds nobody’s name and nothing that anybody said.',
    rewritten: 'Courses that were rewritten',
    rewrittenWhy:
      'What the county says now differs from what the city heard first: what had happened was changed. The first head is kept for ever.',
    rewrittenAt: (event, at) => `event ${event}, noticed ${at}`,
    how: 'To verify: run npm run verify -- FILE HEAD on a computer with this program. It needs no network.',
  },
}
