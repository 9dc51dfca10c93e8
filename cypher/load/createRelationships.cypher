// New relationships of one type: (a)-[r]->(b).
// $rows: list of {start, end, props}.
UNWIND $rows AS row
MATCH (a:Entity {id: row.start})
MATCH (b:Entity {id: row.end})
CREATE (a)-[r:__NAME__]->(b)
SET r = row.props
