// Entities whose derived properties changed.
// $rows: list of {id, props}.
UNWIND $rows AS row
MATCH (n:Entity {id: row.id})
SET n = row.props
