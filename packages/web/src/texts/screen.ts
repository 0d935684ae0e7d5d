/** Words of the electronic screens (P3a, P8). */
export const screenZh = {
  kind: { notice: '协商告知', outcome: '协商结果公示' },
  when: '会议时间',
  where: '会议地点',
  opinionsUntil: '意见征求至',
  shownUntil: (day: string) => `公示至 ${day}`,
  votes: (yes: number, no: number, abstain: number) => `同意 ${yes}　不同意 ${no}　弃权 ${abstain}`,
  more: (count: number) => `另有 ${count} 条，扫码查看`,
  readOn: '手机扫码看全文',
  nothing: '暂无公告',
  unknown: '没有这个电子屏，请核对地址。',
  updatedAt: (time: string) => `上次更新 ${time}`,
  position: (at: number, of: number) => `第 ${at} 页，共 ${of} 页`,
  address: '电子屏地址',
  addressHint: '在电子屏的浏览器里打开这个地址，公告会自动更换。',
}

export const screenEn: typeof screenZh = {
  kind: { notice: 'Consultation notice', outcome: 'Outcome of a consultation' },
  when: 'When',
  where: 'Where',
  opinionsUntil: 'Opinions until',
  shownUntil: (day) => `Published until ${day}`,
  votes: (yes, no, abstain) => `${yes} for, ${no} against, ${abstain} abstained`,
  more: (count) => `${count} more: scan to read`,
  readOn: 'Scan to read on',
  nothing: 'Nothing to announce',
  unknown: 'There is no such screen. Please check the address.',
  updatedAt: (time) => `Last updated ${time}`,
  position: (at, of) => `Page ${at} of ${of}`,
  address: 'Address of the screen',
  addressHint: 'Open this address in the browser of the electronic screen; what it shows changes by itself.',
}
