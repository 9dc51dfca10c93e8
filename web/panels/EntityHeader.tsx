import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Profile } from '../answers.ts'
import { useWords } from '../words.ts'
import { LabelMark } from './LabelMark.tsx'
import { PortraitLink } from './PortraitLink.tsx'

interface Props {
  profile: Profile
  onDetails: (id: string) => void
  children: ReactNode
}

/** Who the page is about: name, kind, other names, code, place, and a line of description. */
export function EntityHeader({ profile, onDetails, children }: Props) {
  const { text, labelName } = useWords()
  const { id, label, name, aliases, code, region, description } = profile
  return (
    <div className="entity-header">
      <div className="entity-title">
        <h1>{name}</h1>
        <span className="tag">
          <LabelMark label={label} /> {labelName(label)}
        </span>
        <PortraitLink entity={profile} />
        <Button
          className="details-button"
          size="compact-sm"
          variant="default"
          onClick={() => {
            onDetails(id)
          }}
        >
          {text.card.title}
        </Button>
        {children}
      </div>
      <p className="entity-line">
        {aliases.length > 0 && (
          <span>
            <b>{text.card.aliases}</b> {aliases.join('、')}
          </span>
        )}
        {code !== null && code !== undefined && (
          <span>
            <b>{text.card.code}</b> {code}
          </span>
        )}
        {region !== null && (
          <span>
            <b>{text.card.region}</b> {region.name}
          </span>
        )}
        {description !== null && (
          <span>
            <b>{text.card.description}</b> {description}
          </span>
        )}
      </p>
    </div>
  )
}
