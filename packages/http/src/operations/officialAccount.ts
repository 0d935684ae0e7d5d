import { officialAccountFields, schemaOf, text, toldByShape } from '@xieshang/rules'
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
  body: schemaOf(officialAccountFields),
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
