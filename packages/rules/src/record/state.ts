import type { Stamp } from '../consultation/stamp.ts'
import type { FilingAnswer } from '../followUp/shapes.ts'
import type { Channel, FilingBody } from '../taxonomy/procedure.ts'

export type Filing = Stamp & {
  readonly bodies: readonly { readonly body: FilingBody; readonly name: string; readonly answer?: FilingAnswer }[]
}

export type Publication = Stamp & {
  readonly channels: readonly Channel[]
  readonly from: string
  readonly until: string
  readonly text: string
}
