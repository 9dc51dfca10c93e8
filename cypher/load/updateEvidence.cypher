// Evidence that stands elsewhere now (its row or file); what it states is part of its id.
// $rows: list of {id, props}.
UNWIND $rows AS row
MATCH (e:Evidence {id: row.id})
SET e = row.props
