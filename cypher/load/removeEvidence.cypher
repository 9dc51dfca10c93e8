// Evidence that its source no longer gives.
// $ids.
UNWIND $ids AS id
MATCH (e:Evidence {id: id})
DETACH DELETE e
