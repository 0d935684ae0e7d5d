export { aboveOf, atLevel, digitsOf, type Level, levelOf, pathOf, placeCode, tenantOf, within } from './place.ts'
