/** The operation of a document that a request runs. */
import { Kind, type ExecutionArgs, type OperationDefinitionNode } from 'graphql'

/** By its name, or the only one; undefined where the document has no such operation. */
export const operationIn = ({
  document,
  operationName,
}: Pick<ExecutionArgs, 'document' | 'operationName'>): OperationDefinitionNode | undefined =>
  document.definitions.find(
    (node): node is OperationDefinitionNode =>
      node.kind === Kind.OPERATION_DEFINITION && (!operationName || node.name?.value === operationName),
  )
