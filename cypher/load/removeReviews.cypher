// What no longer waits for a person.
// $ids.
UNWIND $ids AS id
MATCH (v:Review {id: id})
DETACH DELETE v
