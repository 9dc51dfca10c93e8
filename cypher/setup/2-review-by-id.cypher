// Review by id: the embedded store needs it beside the constraint, Neo4j has it already.
CREATE INDEX review_by_id IF NOT EXISTS
FOR (n:Review)
ON (n.id)
