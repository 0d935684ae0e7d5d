/** Words of what is taken up again, and of what several villages consult together. */
export const severalZh = {
  ended: { rejected: '这次协商未通过', withdrawn: '这次协商已撤回', cancelled: '这次协商已取消' },
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
  ended: {
    rejected: 'This consultation was rejected',
    withdrawn: 'This consultation was withdrawn',
    cancelled: 'This consultation was cancelled',
  },
  takesUp: 'It takes up:',
  takenUpBy: 'Taken up again by:',
  earlier: 'an earlier consultation',
  takeUpAgain: 'Take it up again',
  againHint: 'What the feedback keeps coming back to can be taken up again; both consultations link to each other.',
  proposeSeveral: 'Propose for several villages',
  villagesChosen: (count) => (count >= 2 ? `${count} chosen` : `${count} chosen, two at least`),
  severalVillages: 'Over several villages',
}
