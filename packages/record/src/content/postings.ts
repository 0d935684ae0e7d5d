import { type Consultation, channels, type Posting } from '@xieshang/rules'
import { chineseTime } from '../time.ts'
import { type Block, paragraph } from './blocks.ts'

/** Where it is to be seen, and who put it there. */
const where = ({ channel, poster, place }: Posting): string =>
  channels[channel].by === 'system' ? `由“${place}”发布，经办人${poster}` : `张贴于${place}，张贴人${poster}`

/** P3a, P8: what was put up where, when and by whom, and that a photo shows it. */
export const postings = ({ postings = [] }: Consultation, of: Posting['of'], number: number): Block[] =>
  postings
    .filter((one) => one.of === of && one.number === number && one.failed !== true)
    .map((one) => {
      const evidence = [...(one.photo === undefined ? [] : ['照片存档']), ...(one.note === '' ? [] : [one.note])]
      return paragraph(
        `${[`${chineseTime(one.postedAt)}${where(one)}`, ...evidence].join('，')}。`,
        `${channels[one.channel].label.zh}：`,
      )
    })
