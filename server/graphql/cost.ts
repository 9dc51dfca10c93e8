/** What an operation may cost: the objects its answer could hold, counted from its `first` before it runs. */
import {
  getNamedType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  Kind,
  type ExecutionArgs,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql'
import { operationIn } from './operation.ts'

/** The longest list inside another that is counted where its `first` is not given; most are much shorter. */
const usual = 20

type Costed = Pick<ExecutionArgs, 'schema' | 'document' | 'operationName' | 'variableValues'>

/** The objects that an answer could hold. Each fragment is counted once and used as often as it is spread. */
class Count {
  private readonly fragments = new Map<string, FragmentDefinitionNode>()
  private readonly counted = new Map<string, number>()

  constructor(
    private readonly of: Costed,
    private readonly operation: OperationDefinitionNode,
  ) {
    for (const node of of.document.definitions)
      if (node.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(node.name.value, node)
  }

  total(): number {
    const root = this.of.schema.getRootType(this.operation.operation)
    return root ? this.within(this.operation.selectionSet, root) : 0
  }

  private within(selection: SelectionSetNode, type: GraphQLNamedType): number {
    let sum = 0
    for (const node of selection.selections) {
      if (node.kind === Kind.FIELD) sum += this.field(node, type)
      else if (node.kind === Kind.INLINE_FRAGMENT)
        sum += this.within(node.selectionSet, this.named(node.typeCondition?.name.value) ?? type)
      else sum += this.spread(node.name.value)
    }
    return sum
  }

  private spread(name: string): number {
    const known = this.counted.get(name)
    if (known !== undefined) return known
    // A fragment inside itself is refused elsewhere; here it must only not be followed for ever.
    this.counted.set(name, 0)
    const fragment = this.fragments.get(name)
    const type = this.named(fragment?.typeCondition.name.value)
    const cost = fragment && type ? this.within(fragment.selectionSet, type) : 0
    this.counted.set(name, cost)
    return cost
  }

  private named(name: string | undefined): GraphQLNamedType | undefined {
    return name === undefined ? undefined : this.of.schema.getType(name)
  }

  private field(node: FieldNode, type: GraphQLNamedType): number {
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined
    if (field === undefined) return 0
    const inner = getNamedType(field.type)
    if (isLeafType(inner)) return 0
    const times = this.times(node, field, type === this.of.schema.getQueryType())
    return times * (1 + (node.selectionSet ? this.within(node.selectionSet, inner) : 0))
  }

  /** How often the objects of a field could stand in an answer. */
  private times(node: FieldNode, field: GraphQLField<unknown, unknown>, isRoot: boolean): number {
    const first = field.args.find(({ name }) => name === 'first')
    if (first === undefined) return 1
    const given = node.arguments?.find(({ name }) => name.value === 'first')?.value
    const asked = given === undefined ? undefined : this.numberOf(given)
    if (asked !== undefined) return Math.max(0, asked)
    const usually = typeof first.defaultValue === 'number' ? first.defaultValue : usual
    return isRoot ? usually : Math.min(usually, usual)
  }

  private numberOf(value: ValueNode): number | undefined {
    if (value.kind === Kind.INT) return Number(value.value)
    if (value.kind !== Kind.VARIABLE) return undefined
    const given = this.of.variableValues?.[value.name.value]
    if (typeof given === 'number') return given
    const definition = this.operation.variableDefinitions?.find(
      ({ variable }) => variable.name.value === value.name.value,
    )
    return definition?.defaultValue?.kind === Kind.INT ? Number(definition.defaultValue.value) : undefined
  }
}

/** The cost of an operation: the objects that its answer could hold. Variables may be as the client gave them. */
export const costOf = (of: Costed): number => {
  const operation = operationIn(of)
  return operation === undefined ? 0 : new Count(of, operation).total()
}

/** The cost of one operation, counted again only where a number among its variables is another than the last time. */
export class Cost {
  private numbers = ''
  private counted: number | undefined

  constructor(private readonly of: Omit<Costed, 'variableValues'>) {}

  /** The cost with these variables. */
  with(variableValues: Readonly<Record<string, unknown>>): number {
    const numbers = Object.entries(variableValues)
      .flatMap(([name, value]) => (typeof value === 'number' ? `${name} ${value}` : []))
      .join()
    if (this.counted === undefined || numbers !== this.numbers) {
      this.counted = costOf({ ...this.of, variableValues })
      this.numbers = numbers
    }
    return this.counted
  }
}
