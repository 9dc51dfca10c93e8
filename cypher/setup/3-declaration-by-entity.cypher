// Declaration by entity.
CREATE INDEX declaration_by_entity IF NOT EXISTS
FOR (n:Declaration)
ON (n.entity)
