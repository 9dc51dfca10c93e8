// One Declaration an id.
CREATE CONSTRAINT declaration_id IF NOT EXISTS
FOR (n:Declaration)
REQUIRE n.id IS UNIQUE
