// What sources no longer say of entities.
// $ids.
UNWIND $ids AS id
MATCH (c:Declaration {id: id})
DETACH DELETE c
