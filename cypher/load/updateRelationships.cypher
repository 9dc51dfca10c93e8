// Relationships whose derived properties changed.
// $rows: list of {id, start, end, props}.
UNWIND $rows AS row
MATCH (a:Entity {id: row.start})-[r]->(b:Entity {id: row.end})
WHERE r.id = row.id
SET r = row.props
