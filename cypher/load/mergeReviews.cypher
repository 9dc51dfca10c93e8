// What waits for a person, new or changed.
// $rows: list of {id, props}.
UNWIND $rows AS row
MERGE (v:Review {id: row.id})
SET v = row.props
