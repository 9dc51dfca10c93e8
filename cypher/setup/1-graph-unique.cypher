// One Graph an id.
CREATE CONSTRAINT graph_id IF NOT EXISTS
FOR (n:Graph)
REQUIRE n.id IS UNIQUE
