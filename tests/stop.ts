/** After all tests: stops the Neo4j that was started for them. */
const stop = async (): Promise<void> => {
  await globalThis.testNeo4j?.stop()
}

export default stop
