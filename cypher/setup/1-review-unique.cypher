// One Review an id.
CREATE CONSTRAINT review_id IF NOT EXISTS
FOR (n:Review)
REQUIRE n.id IS UNIQUE
