import { text } from '@xieshang/kernel'
import * as z from 'zod'
import { type Fields, hinted, line, secret } from '../fields/index.ts'

/** P3a: what connects a county's official account. */
export const officialAccountFields = {
  name: line(text('公众号名称', 'Name of the account'), 40),
  appId: { ...line(text('AppID', 'AppID'), 32), schema: z.string().regex(/^wx[0-9A-Za-z]{6,30}$/) },
  /** It is kept sealed and never read back. */
  secret: hinted(
    secret(text('AppSecret', 'AppSecret'), 64, z.string().regex(/^[0-9A-Za-z]{16,64}$/)),
    text('不会存入草稿', 'never kept as a draft'),
  ),
  /** Id of the picture above every article, from the platform's own store of pictures. */
  cover: line(text('封面图片的素材编号（media_id）', 'Media id of the cover picture'), 200),
} satisfies Fields
