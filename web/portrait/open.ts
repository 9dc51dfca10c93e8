import type { Mention } from '../answers.ts'
import { openEntity, openTarget, type View } from '../state.ts'
import { isPortrayed } from './portrayed.ts'

/** To the page that tells all of an entity, where its kind has one, else to its graph. */
export function openPage(view: View, { id, label }: Pick<Mention, 'id' | 'label'>): View {
  return isPortrayed(label) ? openTarget(view, { kind: 'PORTRAIT', id }) : openEntity(view, id)
}
