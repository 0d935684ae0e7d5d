import { useQuery } from '@tanstack/react-query'
import type { PlaceCode } from '@xieshang/kernel'
import { Fragment } from 'react'
import { Link } from 'wouter'
import type { RecordPage as Content } from '../api/staff.ts'
import { recordPageQuery } from '../queries/consultation.ts'
import { address } from '../shared/addresses.ts'
import { Loading, ProblemBox } from '../shared/parts.tsx'
import { QrCode } from '../shared/qrCode.tsx'
import { useTexts } from '../texts/language.ts'

type Block = Content['blocks'][number]

/** P7: the record as a page in the form of official minutes, to be read and printed. */
export function RecordPage({ county, id }: { county: PlaceCode; id: string }) {
  const { t } = useTexts()
  const { data, error, refetch } = useQuery(recordPageQuery({ county, id }))
  return (
    <main className="paper">
      <p className="bar row">
        <Link href={address.consultation({ id })}>{t.back}</Link>
        <button type="button" className="primary" onClick={() => print()}>
          {t.print}
        </button>
      </p>
      <ProblemBox error={error} retry={refetch} />
      {data === undefined ? (
        error === null && <Loading />
      ) : (
        <article lang="zh-CN">
          <h1>
            {data.title.map((line) => (
              <Fragment key={line}>
                {line}
                <br />
              </Fragment>
            ))}
          </h1>
          {data.blocks.map((block, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a record's blocks never move
            <Part key={index} block={block} />
          ))}
        </article>
      )}
    </main>
  )
}

function Part({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading':
      return block.level === 1 ? <h2>{block.text}</h2> : <h3>{block.text}</h3>
    case 'paragraph':
      return (
        <p>
          {block.lead !== undefined && <b>{block.lead}</b>}
          {block.text}
        </p>
      )
    case 'table':
      return (
        <div className="scroll">
          <table>
            <thead>
              <tr>
                {block.head.map((cell) => (
                  <th key={cell}>{cell}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {block.rows.map((row) => (
                <tr key={row.join('|')}>
                  {row.map((cell, column) => (
                    <td key={block.head[column]}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )
    case 'qr':
      return (
        <p className="paper-qr">
          <QrCode of={block.text} />
        </p>
      )
    case 'pageBreak':
      return <hr />
  }
}
