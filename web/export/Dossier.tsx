import type { Evidence } from '../answers.ts'
import { webAddress } from '../panels/EvidenceList.tsx'
import type { Row } from '../sections.ts'
import { citationOf, type Handout, stageText } from './handout.ts'

function Source({ evidence, handout }: { evidence: Evidence; handout: Handout }) {
  const { quote, document } = evidence
  const address = webAddress(document.url)
  return (
    <li>
      {quote !== null && <blockquote>{quote}</blockquote>}
      <span>{citationOf(evidence, handout.text)}</span>{' '}
      {address !== null && (
        <a href={address} rel="noopener noreferrer">
          {address}
        </a>
      )}
    </li>
  )
}

function Fact({ row, handout }: { row: Row; handout: Handout }) {
  const { words } = handout
  const { relationship } = row
  const { start, type, end, product, since, until, figure, note, evidence } = relationship
  const remarks = [figure, note].filter((part) => part !== null && part !== '')
  return (
    <tr className="fact">
      <th scope="row">
        {start.name} {words.typeName(type)} {end.name}
      </th>
      <td>{product}</td>
      <td>{stageText(relationship, words)}</td>
      <td>{[since, until].filter((part) => part !== null).join(' – ')}</td>
      <td>{remarks.join('；')}</td>
      <td>
        <ol>
          {evidence.map((item, index) => (
            // Evidence has no id of its own, and this list is rendered once.
            <Source key={index} evidence={item} handout={handout} />
          ))}
        </ol>
      </td>
    </tr>
  )
}

/** The body of the dossier; the picture takes its place in `.picture`. */
export function Dossier({ handout }: { handout: Handout }) {
  const { title, sentence, groups, version, day, address, words, text } = handout
  const { columns } = words.text.table
  const headings = [text.type, columns.product, columns.stage, columns.since, columns.note, text.source]
  return (
    <main>
      <h1>{title}</h1>
      <p className="sentence">{sentence}</p>
      <p className="quiet">
        {text.origin(version, day)}
        <br />
        {address}
      </p>
      <h2>{text.picture}</h2>
      <div className="picture" />
      <h2>{text.facts}</h2>
      <div className="search">
        <label htmlFor="find">{text.find}</label>
        <input id="find" type="search" />
        <span>
          <output htmlFor="find" /> {text.found}
        </span>
      </div>
      <noscript>{text.noScript}</noscript>
      {groups.map((group) => (
        <section key={group.heading} className="group">
          <h2>{group.heading}</h2>
          <table>
            <thead>
              <tr>
                {headings.map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {group.rows.map((row) => (
                <Fact key={row.relationship.id} row={row} handout={handout} />
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </main>
  )
}
