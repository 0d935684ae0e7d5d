export { CursorError, openTable, type Table } from './table/table.ts'
