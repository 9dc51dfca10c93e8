// Source by id: the embedded store needs it beside the constraint, Neo4j has it already.
CREATE INDEX source_by_id IF NOT EXISTS FOR (n:Source) ON (n.id)
