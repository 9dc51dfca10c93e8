// The days that evidence is dated, from the earliest to the latest; no row where nothing is dated.
MATCH (e:Evidence)
WHERE e.since IS NOT NULL
RETURN min(e.since) AS earliest, max(e.since) AS latest
