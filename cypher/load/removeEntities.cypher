// Entities that nothing names any more; their relationships went before.
// $ids.
UNWIND $ids AS id
MATCH (n:Entity {id: id})
DETACH DELETE n
