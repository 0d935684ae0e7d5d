import { text, toldByShape, words } from '@xieshang/rules'
import * as z from 'zod'
import { operation } from '../operation.ts'

const answer = {
  schema: z.object({
    /** Absent while none is connected. */
    account: z
      .object({
        name: z.string(),
        appId: z.string(),
        cover: z.string(),
        at: z.string(),
        by: toldByShape,
      })
      .optional(),
  }),
}

export const getOfficialAccount = operation({
  id: 'getOfficialAccount',
  method: 'get',
  path: '/settings/wechat',
  summary: text('本县微信公众号', "The county's official account"),
  clause: 'P3a',
  verb: 'read',
  answer,
})

export const connectOfficialAccount = operation({
  id: 'connectOfficialAccount',
  method: 'put',
  path: '/settings/wechat',
  summary: text('接入微信公众号', 'Connect the official account'),
  clause: 'P3a',
  verb: 'administer',
  body: z.strictObject({
    name: words(40),
    appId: z.string().regex(/^wx[0-9A-Za-z]{6,30}$/),
    /** It is kept sealed and never read back. */
    secret: z.string().regex(/^[0-9A-Za-z]{16,64}$/),
    /** Id of the picture above every article, from the platform's own store of pictures. */
    cover: words(200),
  }),
  answer,
})

export const disconnectOfficialAccount = operation({
  id: 'disconnectOfficialAccount',
  method: 'delete',
  path: '/settings/wechat',
  summary: text('断开微信公众号', 'Disconnect the official account'),
  clause: 'P3a',
  verb: 'administer',
  answer,
})

export const officialAccountOperations = [
  getOfficialAccount,
  connectOfficialAccount,
  disconnectOfficialAccount,
] as const
