/** Words of what is typed and not sent yet. */
export const draftZh = {
  kept: (time: string) => `草稿已保存 ${time}`,
  here: '草稿已暂存在这台设备上，正在保存。',
  stays: '草稿没有存到服务器，只在这台设备上。',
  outgrown: '这个表单有变化：草稿中不再适用的内容已略去，其余都在。',
  clear: '清空',
}

export const draftEn: typeof draftZh = {
  kept: (time) => `Draft kept at ${time}`,
  here: 'The draft is on this device and is being kept.',
  stays: 'The draft was not taken and is on this device alone.',
  outgrown: 'This form has changed: what no longer fits of the draft is left out, the rest is there.',
  clear: 'Empty it',
}
