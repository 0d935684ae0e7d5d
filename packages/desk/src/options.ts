import type { Access } from './access/access.ts'
import type { StartFailure } from './engines/failure.ts'
import type { Identity } from './identity/identity.ts'
import type { OpenPlugin } from './plugins/plugin.ts'
import type { Product } from './state/folder.ts'

export type DeskOptions = {
  /** Folder of a synthesized cloud assembly. */
  readonly assemblyDir: string
  readonly dataDir: string
  /** Whose data folder it is: what does not carry this mark is left alone. */
  readonly product: Product
  /** Whether what earlier runs left in the folder is deleted. */
  readonly fresh?: boolean
  /** 0 takes any free port. */
  readonly port: number
  /** Which stacks to start; all without it. */
  readonly wants?: (stack: string) => boolean
  /** Values of template parameters, once the address is known. */
  readonly parameters?: (desk: { origin: string; issuer: string }) => Readonly<Record<string, string>>
  readonly webDir?: string
  /** What the pages ask for at their start, beside the identity provider. */
  readonly config?: Readonly<Record<string, unknown>>
  /** Who signs in; nobody, without it. */
  readonly identity?: Identity
  /** What stands in for what is outside AWS. */
  readonly plugins?: readonly OpenPlugin[]
  /** Where the clock is set at a first start; without it, it is the machine's. */
  readonly clock?: number
  /** Offset of the zone in which a person means a time, such as +08:00. */
  readonly zone?: string
  /**
   * Brings the code in a folder of the assembly up to its source. Each invocation of a function waits for it, so that it
   * runs what was just written; a folder that nothing is known of is as it should be.
   */
  readonly refresh?: (folder: string) => Promise<void> | undefined
  readonly say?: (line: string) => void
  /** Called when an engine ended and could not be brought back. */
  readonly lost?: (failure: StartFailure) => void
}

export type RunningDesk = {
  readonly origin: string
  /** What the templates ask for and the desk cannot run. */
  readonly notRun: readonly { readonly stack: string; readonly id: string; readonly type: string }[]
  /** A token of an account, as signing in gives it. */
  readonly token: (account: string) => Promise<string>
  /** Puts the one clock forward and does what falls due on the way. @returns the time it shows then */
  readonly advance: (target: number) => Promise<number>
  /** What the roles of the functions are granted, and what of it nobody used in this run. */
  readonly grants: Access['grants']
  readonly stop: () => Promise<void>
}
