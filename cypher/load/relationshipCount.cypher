// How many relationships are left.
MATCH ()-[r]->()
RETURN count(r) AS count
