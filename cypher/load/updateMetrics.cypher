// Figures whose derived properties changed.
// $rows: list of {id, props}.
UNWIND $rows AS row
MATCH (m:Metric {id: row.id})
SET m = row.props
