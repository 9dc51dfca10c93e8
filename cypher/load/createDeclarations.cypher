// What sources newly say of entities.
// $rows: list of {props}.
UNWIND $rows AS row
CREATE (c:Declaration)
SET c = row.props
