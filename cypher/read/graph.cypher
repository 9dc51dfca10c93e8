// What is known of the graph as a whole: its version and when it was last loaded; no row in an empty store.
MATCH (g:Graph {id: 'graph'})
RETURN
  g.version AS version,
  g.loadedAt AS loadedAt,
  g.modelVersion AS modelVersion
