// How many pieces of evidence there are.
MATCH (e:Evidence)
RETURN count(e) AS count
