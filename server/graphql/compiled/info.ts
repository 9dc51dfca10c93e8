/** What resolvers may ask about the field they answer; made only as far as they do ask. */
import type { GraphQLResolveInfo } from 'graphql'
import { addPath, type Path } from 'graphql/jsutils/Path.js'
import type { Run } from './run.ts'
import type { Field } from './field.ts'

export class Info implements GraphQLResolveInfo {
  readonly rootValue = undefined

  /** `above` is where the object stands whose field it is; undefined for the whole answer. */
  constructor(
    private readonly run: Run,
    private readonly field: Field,
    private readonly above: Path | undefined,
  ) {}

  get fieldName() {
    return this.field.definition.name
  }
  get fieldNodes() {
    return this.field.nodes
  }
  get returnType() {
    return this.field.definition.type
  }
  get parentType() {
    return this.field.parent
  }
  get path() {
    return addPath(this.above, this.field.key, this.field.parent.name)
  }
  get schema() {
    return this.run.subject.schema
  }
  get fragments() {
    return this.run.subject.fragments
  }
  get operation() {
    return this.run.subject.operation
  }
  get variableValues() {
    return this.run.variableValues
  }
}
