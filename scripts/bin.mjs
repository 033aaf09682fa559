#!/usr/bin/env node
// Starts the command line: the built one where the package is installed, the sources in a clone.
import { existsSync } from 'node:fs';
import module from 'node:module';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 12)) {
  console.error(`planproof: Node ${process.versions.node} is too old: install Node 22.12 or later.`);
  process.exit(2);
}
module.enableCompileCache?.();
const sources = new URL('./cli.ts', import.meta.url);
if (existsSync(sources)) {
  const { register } = await import('tsx/esm/api');
  register();
}
const { main } = await import(existsSync(sources) ? './cli.ts' : '../dist/cli.js');
process.exitCode = await main(process.argv.slice(2));
