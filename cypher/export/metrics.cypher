// Every stated figure of these entities, with everything it carries.
// $ids of the entities.
UNWIND $ids AS entity
MATCH (n:Entity {id: entity})-[:HAS_METRIC]->(q:Metric)
RETURN q.id AS id, entity, q {.*} AS props
