/** Builds what runs: the server's entries (esbuild) and the page (Vite), into build/. `--if-stale` skips what is newer than its sources. */
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { build as bundle } from 'esbuild'
import { build as buildPage } from 'vite'
import { projectFile, projectFolder } from '../server/project.ts'

const entries = {
  start: 'scripts/start.ts',
  load: 'scripts/load.ts',
  export: 'scripts/export.ts',
  'store-process': 'server/store/embedded/process.ts',
}

const newest = (path: string): number =>
  statSync(path).isDirectory()
    ? Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))))
    : statSync(path).mtimeMs

const isStale = (output: string, ...sources: readonly string[]): boolean =>
  !existsSync(projectFile(output)) ||
  statSync(projectFile(output)).mtimeMs < Math.max(...sources.map((source) => newest(projectFile(source))))

/** Bundles the server's entries, or leaves them where they are newer than their sources. */
export const buildServer = async (ifStale: boolean): Promise<void> => {
  if (ifStale && !isStale('build/store-process.js', 'server', 'scripts', 'package.json')) return
  await bundle({
    absWorkingDir: projectFolder,
    entryPoints: entries,
    outdir: 'build',
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    sourcemap: true,
    logLevel: 'warning',
  })
}

const buildWeb = async (ifStale: boolean): Promise<void> => {
  if (ifStale && !isStale('build/web/index.html', 'web', 'vite.config.ts', 'package.json')) return
  await buildPage({ configFile: projectFile('vite.config.ts'), logLevel: 'warn' })
}

if (process.argv[1]?.endsWith('build.ts')) {
  const ifStale = process.argv.includes('--if-stale')
  await buildServer(ifStale)
  await buildWeb(ifStale)
}
