/** Words of what is put up on boards and accounts, with its evidence (P3a, P8). */
export const postingsZh = {
  heading: '张贴与发布',
  waiting: '等待张贴',
  failed: '系统没有发布成功，请人工发布后登记',
  poster: '张贴人',
  place: '张贴地点',
  account: '公众号名称',
  photo: '照片',
  showPhoto: '查看照片',
  unreadable: '这个文件不是照片，请重新选择。',
  noPhoto: '没有照片的原因（有照片可不填）',
  record: '登记',
  by: (who: string, where: string) => `${who}　${where}`,
}

export const postingsEn: typeof postingsZh = {
  heading: 'What is put up',
  waiting: 'to be put up',
  failed: 'The system could not post it. Post it by hand and record it here.',
  poster: 'Who put it up',
  place: 'Where',
  account: 'Name of the account',
  photo: 'Photo',
  showPhoto: 'Show the photo',
  unreadable: 'This file is no picture. Choose another.',
  noPhoto: 'Why there is no photo (not needed with one)',
  record: 'Record it',
  by: (who, where) => `${who}, ${where}`,
}
