// New entities of one label.
// $rows: list of {props}.
UNWIND $rows AS row
CREATE (n:Entity:__NAME__)
SET n = row.props
