// How many relationships there are of each type, how many of them wait for a person, and how many one source states.
MATCH (:Entity)-[r]->(:Entity)
RETURN
  type(r) AS type,
  count(r) AS count,
  sum(
    CASE
      WHEN r.pending THEN 1
      ELSE 0
    END) AS pending,
  sum(
    CASE
      WHEN r.sourceCount = 1 THEN 1
      ELSE 0
    END) AS oneSource
