import { openApiDocument } from './openapi.ts'
import type { AnyOperation } from './operation.ts'
import { affairsOperations } from './operations/affairs.ts'
import { cityOperations } from './operations/city.ts'
import { publicAffairsOperations } from './operations/publicAffairs.ts'
import { residentOperations } from './operations/resident.ts'
import { staffOperations } from './operations/staff.ts'

export const countyOperations: readonly AnyOperation[] = [
  ...staffOperations,
  ...affairsOperations,
  ...residentOperations,
  ...publicAffairsOperations,
]

export { cityOperations }

export const countyDocument = (tenant: string) =>
  openApiDocument('协商 · 县（市、区）接口', `/api/${tenant}`, countyOperations)

export const cityDocument = () => openApiDocument('协商 · 市级看板接口', '/api/city', cityOperations)
