// What the graph was made from: a digest of all sources, of the model and of the loader.
MATCH (g:Graph {id: 'graph'})
RETURN g.inputs AS inputs, g.version AS version
