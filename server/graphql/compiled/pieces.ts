/**
 * Pieces of answers that many answers share: what a selection gives of an entity of the catalog, which stays the same
 * as long as the catalog does. Both ends of each of a thousand relationships are such pieces.
 */
import { getNamedType, isInterfaceType, isLeafType, isObjectType, type GraphQLNamedType } from 'graphql'
import type { Field } from './field.ts'

/** Pieces kept at once, for all operations together; a piece takes some 200 bytes. */
const most = 50_000

let count = 0
/** Changes when all pieces are thrown away. */
let shelf = 0

const isEntity = (type: GraphQLNamedType): boolean =>
  isObjectType(type) && type.getInterfaces().some((one) => isInterfaceType(one) && one.name === 'Entity')

/** Whether a selection of a type gives the same of the same object, whoever asks: no arguments, nothing of the context. */
export const isLasting = (type: GraphQLNamedType, fields: readonly Field[]): boolean =>
  isEntity(type) &&
  fields.every(
    ({ definition: { type: of, args, resolve } }) =>
      isLeafType(getNamedType(of)) && args.length === 0 && (resolve?.length ?? 0) < 2,
  )

/** The pieces of one selection. */
export class Pieces {
  private kept = new WeakMap<object, Uint8Array>()
  private own = shelf

  get(entity: object): Uint8Array | undefined {
    return this.own === shelf ? this.kept.get(entity) : undefined
  }

  set(entity: object, piece: Uint8Array): void {
    if (count === most) {
      count = 0
      shelf++
    }
    if (this.own !== shelf) {
      this.own = shelf
      this.kept = new WeakMap()
    }
    count++
    this.kept.set(entity, piece)
  }
}
