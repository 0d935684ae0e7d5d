export type Key = { readonly PK: string; readonly SK: string }
export type Attributes = Record<string, unknown>
export type Item = Key & Attributes

export type Update = {
  readonly set?: Attributes
  /** Attributes that are set only where they are missing. */
  readonly init?: Attributes
  /** Numbers are added, sets are joined. */
  readonly add?: Readonly<Record<string, number | ReadonlySet<string>>>
  readonly remove?: readonly string[]
}

/** A condition in DynamoDB's own words; `#name` and `:value` stand for the attribute `name` and the given value. */
export type Condition = { readonly expression: string; readonly values?: Attributes }

export type Write =
  | { readonly put: Item; readonly condition?: Condition }
  | { readonly update: Key & Update; readonly condition?: Condition }
  | { readonly delete: Key; readonly condition?: Condition }

export type Page = { readonly items: Item[]; readonly cursor?: string }

export type QueryOptions = {
  readonly index?: 'GSI1'
  readonly prefix?: string
  readonly until?: string
  readonly after?: string
  /** The first and the last sort key. */
  readonly between?: readonly [string, string]
  readonly limit?: number
  readonly cursor?: string
  readonly backwards?: boolean
  readonly eventually?: boolean
  /** What an item says beside its key stays where it is. */
  readonly keysOnly?: boolean
}

export const notExists: Condition = { expression: 'attribute_not_exists(#PK)' }
