import { randomBytes } from 'node:crypto'
import type { Credentials } from '../engines/credentials.ts'
import { allowing, type Call, type Statement, speaksOf } from './policy.ts'

/** Who calls: a function under its role. */
export type Caller = { readonly name: string; readonly role: string }

/** One action on one resource that a statement of a role grants. */
export type Grant = {
  readonly role: string
  readonly action: string
  readonly resource: string
  /** The condition under which it is granted. */
  readonly when?: string
}

const list = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value

type Role = {
  readonly statements: readonly Statement[]
  /** Condition keys that its statements mention; the others cannot change a decision. */
  readonly mentioned: ReadonlySet<string>
  readonly decided: Map<string, boolean>
}

const mostDecided = 5_000

const textOf = ({ role, action, resource, when = '' }: Grant) => `${role} ${action} ${resource} ${when}`

const whenOf = ({ Condition }: Statement) => (Condition === undefined ? {} : { when: JSON.stringify(Condition) })

/**
 * Who may do what, by the policies of the templates. Each function has an access key of this run, by which its calls are
 * known; what was granted and what was ever used is kept, so that grants nobody needs can be named.
 */
export function openAccess() {
  const roles = new Map<string, Role>()
  const callers = new Map<string, Caller>()
  const used = new Set<string>()

  const roleOf = (name: string): Role => roles.get(name) ?? { statements: [], mentioned: new Set(), decided: new Map() }

  /** Every action and resource of the role's statements that a call falls under counts as used. */
  function use(name: string, role: Role, call: Call): void {
    for (const statement of role.statements.filter((one) => one.Effect === 'Allow' && speaksOf(one, call)))
      for (const action of list(statement.Action))
        for (const resource of list(statement.Resource ?? statement.NotResource))
          if (
            speaksOf({ Effect: 'Allow', Action: action, Resource: '*' }, call) &&
            (statement.Resource === undefined || speaksOf({ Effect: 'Allow', Action: '*', Resource: resource }, call))
          )
            used.add(textOf({ role: name, action, resource, ...whenOf(statement) }))
  }

  return {
    /** Adds what a policy of a template says of a role. */
    grant(name: string, statements: readonly Statement[]): void {
      const all = [...roleOf(name).statements, ...statements]
      const mentioned = new Set(all.flatMap(({ Condition = {} }) => Object.values(Condition).flatMap(Object.keys)))
      roles.set(name, { statements: all, mentioned, decided: new Map() })
    },

    /** Gives a function its own credentials of this run. */
    enrol(caller: Caller): Credentials {
      const accessKeyId = randomBytes(16).toString('hex')
      callers.set(accessKeyId, caller)
      return { accessKeyId, secretAccessKey: randomBytes(16).toString('hex') }
    },

    /** Who signed a request. */
    callerOf: (accessKeyId: string): Caller | undefined => callers.get(accessKeyId),

    /** The role of a function. */
    roleOf: (functionName: string): string =>
      [...callers.values()].find(({ name }) => name === functionName)?.role ?? '',

    /** Whether a role may make a call. */
    may(name: string, call: Call): boolean {
      const role = roleOf(name)
      const context = Object.entries(call.context).filter(([key]) => role.mentioned.has(key))
      const asked = `${call.action} ${call.resource} ${context.length === 0 ? '' : JSON.stringify(context)}`
      const known = role.decided.get(asked)
      if (known !== undefined) return known
      const allowed = allowing(role.statements, call) !== undefined
      if (allowed) use(name, role, call)
      if (role.decided.size >= mostDecided) role.decided.clear()
      role.decided.set(asked, allowed)
      return allowed
    },

    /** What the roles of functions are granted, and which of it was used in this run. */
    grants(): { readonly granted: readonly Grant[]; readonly unused: readonly Grant[] } {
      const known = new Set([...callers.values()].map(({ role }) => role))
      const granted = [...roles]
        .filter(([role]) => known.has(role))
        .flatMap(([role, { statements }]) =>
          statements
            .filter(({ Effect }) => Effect === 'Allow')
            .flatMap((one) =>
              list(one.Action).flatMap((action) =>
                list(one.Resource ?? one.NotResource).map((resource) => ({ role, action, resource, ...whenOf(one) })),
              ),
            ),
        )
      return { granted, unused: granted.filter((one) => !used.has(textOf(one))) }
    },
  }
}

export type Access = ReturnType<typeof openAccess>
