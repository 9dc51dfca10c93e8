import type { Mention } from '../answers.ts'
import { ViewLink } from '../navigation.tsx'
import { isPortrayed } from '../portrait/portrayed.ts'
import { openTarget } from '../state.ts'
import { useWords } from '../words.ts'

/** Leads to the page that tells all of a company, park, cluster or policy; nothing for other kinds. */
export function PortraitLink({ entity: { id, label } }: { entity: Mention }) {
  const { text } = useWords()
  if (!isPortrayed(label)) return null
  return (
    <ViewLink className="portrait-link" to={(view) => openTarget(view, { kind: 'PORTRAIT', id })}>
      {text.pages.portraits[label]}
    </ViewLink>
  )
}
