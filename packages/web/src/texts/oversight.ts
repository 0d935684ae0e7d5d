/** Words of what the city sees overdue, and of its notes (G3). */
export const oversightZh = {
  overdue: '逾期事项',
  none: '没有逾期事项。',
  asOf: (day: string) => `截至 ${day}，过了期限还没有办结的事项`,
  dueOn: (day: string) => `应于 ${day} 前办结`,
  note: '督办',
  sendTo: (place: string) => `向${place}发出督办`,
  onItsWay: '督办已发出，几秒钟后显示在“督办”里。',
  acted: '已提交，几秒钟后显示结果。',
  notes: '督办',
  by: (who: string) => `责任单位：${who}`,
}

export const oversightEn: typeof oversightZh = {
  overdue: 'Overdue',
  none: 'Nothing is overdue.',
  asOf: (day) => `What should have been done before ${day} and is not`,
  dueOn: (day) => `due on ${day}`,
  note: 'Send a note',
  sendTo: (place) => `Send a supervision note to ${place}`,
  onItsWay: 'The note is on its way; it appears under “Supervision notes” in some seconds.',
  acted: 'Sent; the result appears in some seconds.',
  notes: 'Supervision notes',
  by: (who) => `for ${who} to do`,
}
