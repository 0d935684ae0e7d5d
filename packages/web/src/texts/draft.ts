/** Words of what is typed and not sent yet. */
export const draftZh = {
  kept: (time: string) => `草稿已保存 ${time}`,
  here: '草稿暂存在这台设备上，连上网络后保存。',
  tooLong: '内容太长，草稿只存在这台设备上。',
  clear: '清空',
}

export const draftEn: typeof draftZh = {
  kept: (time) => `Draft kept at ${time}`,
  here: 'The draft is on this device until it is connected.',
  tooLong: 'Too long: the draft stays on this device alone.',
  clear: 'Empty it',
}
