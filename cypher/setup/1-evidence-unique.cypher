// One Evidence an id.
CREATE CONSTRAINT evidence_id IF NOT EXISTS
FOR (n:Evidence)
REQUIRE n.id IS UNIQUE
