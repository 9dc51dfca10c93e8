// Document by id: the embedded store needs it beside the constraint, Neo4j has it already.
CREATE INDEX document_by_id IF NOT EXISTS
FOR (n:Document)
ON (n.id)
