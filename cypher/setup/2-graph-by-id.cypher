// Graph by id: the embedded store needs it beside the constraint, Neo4j has it already.
CREATE INDEX graph_by_id IF NOT EXISTS
FOR (n:Graph)
ON (n.id)
