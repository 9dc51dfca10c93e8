// Everything these documents carry, their text included.
// $ids.
UNWIND $ids AS id
MATCH (d:Document {id: id})
RETURN d.id AS id, d {.*} AS props
