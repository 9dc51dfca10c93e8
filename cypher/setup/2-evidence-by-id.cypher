// Evidence by id: the embedded store needs it beside the constraint, Neo4j has it already.
CREATE INDEX evidence_by_id IF NOT EXISTS
FOR (n:Evidence)
ON (n.id)
