import { type Consultation, channels, type Posting } from '@xieshang/rules'
import { chineseTime } from '../time.ts'
import { type Block, paragraph } from './blocks.ts'

/** P3a, P8: what was put up where, when and by whom, with the photo that shows it. */
export const postings = ({ postings = [] }: Consultation, of: Posting['of'], number: number): Block[] =>
  postings
    .filter((one) => one.of === of && one.number === number && one.failed !== true)
    .map(({ channel, postedAt, poster, place, photo, note }) =>
      paragraph(
        `${chineseTime(postedAt)}在${place}发布，经办人${poster}${photo === undefined ? '' : `，留有照片（编号${photo}）`}${note === '' ? '' : `。${note}`}。`,
        `${channels[channel].label.zh}：`,
      ),
    )
