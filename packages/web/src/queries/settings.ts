import { queryOptions } from '@tanstack/react-query'
import type { PlaceCode } from '@xieshang/kernel'
import { answered } from '../api/client.ts'
import { countyClient } from '../api/staff.ts'

/** G10: a county's parameters, in force, to come and past. */
export const parametersQuery = (county: PlaceCode) =>
  queryOptions({
    queryKey: ['settings', county, 'parameters'],
    queryFn: ({ signal }) => answered(countyClient(county).GET('/settings/parameters', { signal })),
  })

/** M6: the versions of a county's catalogue. */
export const catalogueVersionsQuery = (county: PlaceCode) =>
  queryOptions({
    queryKey: ['settings', county, 'catalogue'],
    queryFn: ({ signal }) => answered(countyClient(county).GET('/settings/catalogue', { signal })),
  })

/** M6: the catalogue in force, as topics are filed by it. */
export const catalogueQuery = (county: PlaceCode) =>
  queryOptions({
    queryKey: ['settings', county, 'catalogue', 'inForce'],
    queryFn: ({ signal }) => answered(countyClient(county).GET('/catalogue', { signal })),
  })

/** P3a: the county's WeChat account. */
export const officialAccountQuery = (county: PlaceCode) =>
  queryOptions({
    queryKey: ['settings', county, 'officialAccount'],
    queryFn: ({ signal }) => answered(countyClient(county).GET('/settings/wechat', { signal })),
  })
