// New evidence of facts, joined to its document: (e)-[:FROM]->(d).
// $rows: list of {document, props}.
UNWIND $rows AS row
MATCH (d:Document {id: row.document})
CREATE (e:Evidence)-[:FROM]->(d)
SET e = row.props
