/** Words of what is put up on boards and accounts, with its evidence (P3a, P8). */
export const postingsZh = {
  heading: '张贴与发布',
  waiting: '等待张贴',
  failed: '系统没有发布成功，请人工发布后登记',
  place: '张贴地点',
  photo: '照片',
  showPhoto: '查看照片',
  unreadable: '这个文件不是照片，请重新选择。',
  record: '登记',
  wechat: '微信公众号',
  notConnected: '尚未接入。选用微信公众号的告知和公示，由经办人人工发布后登记。',
  connected: '已接入',
  connect: '接入',
  change: '更换',
  disconnect: '断开',
  connectHint:
    'AppID、AppSecret 和封面图片的素材编号在微信公众平台的“设置与开发”中查看。AppSecret 加密保存，保存后任何人都看不到。请把平台的固定出口地址加入公众号的 IP 白名单。',
  by: (who: string, where: string) => `${who}　${where}`,
}

export const postingsEn: typeof postingsZh = {
  heading: 'What is put up',
  waiting: 'to be put up',
  failed: 'The system could not post it. Post it by hand and record it here.',
  place: 'Where',
  photo: 'Photo',
  showPhoto: 'Show the photo',
  unreadable: 'This file is no picture. Choose another.',
  record: 'Record it',
  wechat: 'WeChat official account',
  notConnected: 'Not connected. Officers post by hand what is to go out on WeChat, and record it.',
  connected: 'connected',
  connect: 'Connect',
  change: 'Change it',
  disconnect: 'Disconnect',
  connectHint:
    'AppID, AppSecret and the media id of the cover picture stand in the platform’s settings. The secret is kept encrypted and shown to nobody. Add the fixed address of this system to the account’s allow list.',
  by: (who, where) => `${who}, ${where}`,
}
