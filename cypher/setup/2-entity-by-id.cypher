// Entity by id: the embedded store needs it beside the constraint, Neo4j has it already.
CREATE INDEX entity_by_id IF NOT EXISTS
FOR (n:Entity)
ON (n.id)
