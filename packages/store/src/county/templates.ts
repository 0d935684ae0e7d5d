import type { PlaceCode } from '@xieshang/kernel'
import { type By, defaultTemplate, type Template } from '@xieshang/rules'
import type { Table } from '../table/table.ts'
import * as entities from './entities/index.ts'

export type KeptTemplate = { readonly template: Template; readonly changed?: { readonly at: string; readonly by: By } }

/** S3: how a village fills its lists; the usual 6+X until it has one of its own. */
export function openTemplates(table: Table) {
  return {
    async get(village: PlaceCode): Promise<KeptTemplate> {
      const item = await table.get(entities.template.key({ village }))
      if (item === undefined) return { template: defaultTemplate }
      const { template, changed } = entities.template.read(item)
      return { template, changed }
    },

    /** The last who saves has it; the page shows who that was. */
    async put(village: PlaceCode, template: Template, changed: NonNullable<KeptTemplate['changed']>): Promise<void> {
      await table.put(entities.template.item({ village, template, changed }))
    },
  }
}
