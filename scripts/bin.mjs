#!/usr/bin/env node
// Starts the command line: the built one where the package is installed; in a clone the sources, unless none is newer.
import { existsSync, readdirSync, statSync } from 'node:fs';
import module from 'node:module';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 12)) {
  console.error(`planproof: Node ${process.versions.node} is too old: install Node 22.12 or later.`);
  process.exit(2);
}
module.enableCompileCache?.();
const [sources, built] = ['./cli.ts', '../dist/cli.js'].map((path) => new URL(path, import.meta.url));
const useSources = existsSync(sources) && !isCurrent();
if (useSources) (await import('tsx/esm/api')).register();
const { main } = await import(useSources ? sources.href : built.href);
process.exitCode = await main(process.argv.slice(2));

/** Folders count too: their time tells of files that came or went. */
function isCurrent() {
  const at = existsSync(built) ? statSync(built).mtimeMs : 0;
  const isOlder = (url) => statSync(url).mtimeMs <= at;
  const alone = ['index.ts', 'package-lock.json', 'tsdown.config.ts'];
  const rooms = ['matrix/', 'verifier/', 'scripts/', 'app/evaluator/'];
  const root = new URL('../', import.meta.url);
  return at > 0 && [...alone.map((path) => new URL(path, root)), ...rooms.flatMap(partsOf)].every(isOlder);

  function partsOf(room) {
    const folder = new URL(room, root);
    const counts = (entry) => entry.isDirectory() || /\.(ts|mjs|json)$/.test(entry.name);
    const inside = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(counts);
    return [folder, ...inside.map((entry) => `${entry.parentPath}/${entry.name}`)];
  }
}
