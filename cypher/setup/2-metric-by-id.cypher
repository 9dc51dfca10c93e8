// Metric by id: the embedded store needs it beside the constraint, Neo4j has it already.
CREATE INDEX metric_by_id IF NOT EXISTS
FOR (n:Metric)
ON (n.id)
