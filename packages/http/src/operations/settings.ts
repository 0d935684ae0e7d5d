import { setCatalogueSchema, setParametersSchema, text } from '@xieshang/rules'
import { type AnyOperation, operation } from '../operation.ts'
import { catalogueSettingsSchema, parameterSettingsSchema } from '../schemas/settings.ts'
import { officialAccountOperations } from './officialAccount.ts'

export const getParameters = operation({
  id: 'getParameters',
  method: 'get',
  path: '/settings/parameters',
  summary: text('协商参数：现行、将生效和历次版本', 'The parameters: in force, to come and past'),
  clause: 'G10',
  verb: 'read',
  answer: { schema: parameterSettingsSchema },
})

export const setParameters = operation({
  id: 'setParameters',
  method: 'post',
  path: '/settings/parameters',
  summary: text('设置协商参数', 'Set the parameters from a day on'),
  clause: 'G10',
  verb: 'administer',
  body: setParametersSchema,
  answer: { schema: parameterSettingsSchema },
  status: 201,
  idempotent: true,
  ifMatch: true,
})

export const getCatalogueVersions = operation({
  id: 'getCatalogueVersions',
  method: 'get',
  path: '/settings/catalogue',
  summary: text('协商事项目录清单的历次版本', 'The catalogue: in force, to come and past'),
  clause: 'M6',
  verb: 'read',
  answer: { schema: catalogueSettingsSchema },
})

export const setCatalogue = operation({
  id: 'setCatalogue',
  method: 'post',
  path: '/settings/catalogue',
  summary: text('调整协商事项目录清单', 'Change the catalogue from a day on'),
  clause: 'M6',
  verb: 'administer',
  body: setCatalogueSchema,
  answer: { schema: catalogueSettingsSchema },
  status: 201,
  idempotent: true,
  ifMatch: true,
})

export const settingsOperations: readonly AnyOperation[] = [
  getParameters,
  setParameters,
  getCatalogueVersions,
  setCatalogue,
  ...officialAccountOperations,
]
