/** A copy of the example goes in; its product notes every request that it answers, and only a few contracts are asked. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Copy } from './copied-workspace.ts';

const FILE = 'answered.log';
/** Enough for every kind of question: one without limits, one with some, the one with most room, and who stands in for all. */
const ASKED = ['community_v6', 'pro_v6', 'msp_starter'];

/** `DELETE /api/workspaces/7 204`, one for each request, by the product itself. */
export function keepLog(copy: Copy): () => string[] {
  if (existsSync(join(copy.root, 'server.mjs'))) strangerLog(copy);
  else exampleLog(copy);
  const path = join(copy.root, FILE);
  const isAsked = (line: string) => line !== '' && !/ \/(health|up) /.test(line);
  return () => (existsSync(path) ? copy.read(FILE).split('\n').filter(isAsked) : []);
}

function strangerLog(copy: Copy): void {
  copy.edit(
    'server.mjs',
    'const server = createServer((request, response) => {',
    `const { appendFileSync } = await import('node:fs');
const server = createServer((request, response) => {
  const head = response.writeHead.bind(response);
  // Before it is sent: whoever has the answer may end this process.
  response.writeHead = (status, ...rest) => {
    appendFileSync('${FILE}', \`\${request.method} \${request.url} \${status}\\n\`);
    return head(status, ...rest);
  };`,
  );
}

function exampleLog(copy: Copy): void {
  copy.edit(
    'app/server.ts',
    'createServer((request, env) => answer(request, env))',
    `createServer(async (request, env) => {
    const answered = await answer(request, env);
    const { pathname, search } = new URL(request.url);
    (await import('node:fs')).appendFileSync('${FILE}', \`\${request.method} \${pathname}\${search} \${answered.status}\\n\`);
    return answered;
  })`,
  );
}

/** The gates are asked by a few, so that a story is quick; what is asked beyond them stays. */
export function askFew(copy: Copy): void {
  const table = copy.read('app/entitlements.gen.json');
  const versions = Object.keys((JSON.parse(table) as { versions: object }).versions);
  const others = versions.filter((one) => !ASKED.includes(one));
  copy.edit(
    'planproof.config.yaml',
    '    error_code: /code\n',
    `    error_code: /code\n    exclude: [{ reason: quick, owner: story, versions: [${others.join(', ')}] }]\n`,
  );
}
