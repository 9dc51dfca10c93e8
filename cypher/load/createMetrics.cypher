// New figures of entities: (n)-[:HAS_METRIC]->(m).
// $rows: list of {start, props}.
UNWIND $rows AS row
MATCH (n:Entity {id: row.start})
CREATE (n)-[:HAS_METRIC]->(m:Metric)
SET m = row.props
