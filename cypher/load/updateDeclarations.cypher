// What sources say differently of entities.
// $rows: list of {id, props}.
UNWIND $rows AS row
MATCH (c:Declaration {id: row.id})
SET c = row.props
