// The text of these documents; one without text has null.
// $ids.
UNWIND $ids AS id
MATCH (d:Document {id: id})
RETURN d.id AS id, d.text AS text, d.damage AS damage
