import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

// The page is served under a strict content security policy: no inline script, so no polyfill for module preloading,
// and no asset folded into a data address, so that everything comes from 'self'.
export default defineConfig({
  root: 'web',
  base: '/',
  plugins: [react()],
  build: {
    outDir: '../build/web',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    // Cytoscape is one lazy chunk of 0.4 MB; a warning about it would be there in every build.
    chunkSizeWarningLimit: 700,
  },
  worker: { format: 'es' },
  server: {
    host: '127.0.0.1',
    proxy: { '/graphql': 'http://127.0.0.1:4000' },
  },
})
