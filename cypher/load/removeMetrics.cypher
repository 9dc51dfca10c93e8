// Figures that nothing states any more.
// $rows: list of {id}.
UNWIND $rows AS row
MATCH (m:Metric {id: row.id})
DETACH DELETE m
