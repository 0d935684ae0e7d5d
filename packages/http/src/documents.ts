import { openApiDocument } from './openapi.ts'
import { cityOperations } from './operations/city.ts'
import { residentOperations } from './operations/resident.ts'
import { staffOperations } from './operations/staff.ts'

export const countyDocument = (tenant: string) =>
  openApiDocument('协商 · 县（市、区）接口', `/api/${tenant}`, [...staffOperations, ...residentOperations])

export const cityDocument = () => openApiDocument('协商 · 市级看板接口', '/api/city', cityOperations)
