import * as z from 'zod'

const text = z.string()

/** The content of the record, for a page to show and print. */
export const recordPageSchema = z
  .object({
    title: z.array(text),
    blocks: z.array(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('heading'), level: z.literal([1, 2]), text }),
        z.object({ kind: z.literal('paragraph'), text, lead: text.optional() }),
        z.object({ kind: z.literal('table'), head: z.array(text), rows: z.array(z.array(text)) }),
        z.object({ kind: z.literal('qr'), text }),
        z.object({ kind: z.literal('pageBreak') }),
      ]),
    ),
  })
  .meta({ id: 'RecordPage' })
