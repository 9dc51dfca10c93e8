// Declaration by id: the embedded store needs it beside the constraint, Neo4j has it already.
CREATE INDEX declaration_by_id IF NOT EXISTS
FOR (n:Declaration)
ON (n.id)
