// Documents, new or changed.
// $rows: list of {id, props}.
UNWIND $rows AS row
MERGE (d:Document {id: row.id})
SET d = row.props
