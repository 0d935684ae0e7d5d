/** Words of what is taken up again, and of what several villages consult together. */
export const severalZh = {
  takesUp: '接续的协商：',
  takenUpBy: '再次协商：',
  earlier: '之前的协商',
  takeUpAgain: '再次协商',
  againHint: '反馈集中的难点热点问题，可以再次协商；两次协商会互相链接。',
  proposeSeveral: '提出跨村（社区）协商',
  villagesChosen: (count: number) => (count >= 2 ? `已选 ${count} 个` : `已选 ${count} 个，至少选两个`),
  severalVillages: '跨村（社区）协商',
}

export const severalEn: typeof severalZh = {
  takesUp: 'It takes up:',
  takenUpBy: 'Taken up again by:',
  earlier: 'an earlier consultation',
  takeUpAgain: 'Take it up again',
  againHint: 'What the feedback keeps coming back to can be taken up again; both consultations link to each other.',
  proposeSeveral: 'Propose for several villages',
  villagesChosen: (count) => (count >= 2 ? `${count} chosen` : `${count} chosen, two at least`),
  severalVillages: 'Over several villages',
}
