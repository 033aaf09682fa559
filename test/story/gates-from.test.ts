/** A matrix that takes its gates from an OpenAPI document, through the real command line. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Copy, emptyFolder } from './copied-workspace.ts';
import { gitFolder } from './git-folder.ts';

const TIDE = `planproof: 1
level: gates
product: Tide
capabilities:
  audit: { name: Audit log }
plans:
  pro: { name: Pro, version: pro_v1, price: free, has: [audit] }
gates_from: api/openapi.yaml
`;
const DOCUMENT = `openapi: 3.1.0
info: { title: Tide, version: "1" }
paths:
  /audit:
    get:
      x-planproof-gate: { key: audit, refusal: { status: 402, code: upgrade } }
`;
const CONFIG = `planproof: 1
matrix: tide.yaml
generate: [{ print: entitlements-json, to: table.gen.json }]
surfaces:
  - { id: readme, kind: docs, files: [README.md] }
`;

let copy: Copy;
afterEach(() => copy.remove());

describe('a matrix whose gates stand in a document', () => {
  beforeEach(() => {
    copy = emptyFolder();
    copy.write('planproof.config.yaml', CONFIG);
    copy.write('README.md', '# Tide\n\nThe Pro plan includes the audit log.\n');
    copy.write('tide.yaml', TIDE);
    mkdirSync(join(copy.root, 'api'));
    copy.write('api/openapi.yaml', DOCUMENT);
  });

  it('is clean, and its printed table has the gates of the document', async () => {
    expect((await copy.run(['generate'])).code).toBe(0);
    const { gates } = JSON.parse(copy.read('table.gen.json')) as { gates: object };
    expect(gates).toEqual({ 'GET /audit': { key: 'audit', refusal: { status: 402, code: 'upgrade' } } });
    expect(await copy.run(['check'])).toMatchObject({ code: 0 });
    expect((await copy.run(['explain', 'pro', 'audit'])).stdout).toMatch(/GET \/audit.*api\/openapi\.yaml:6/);
  });

  it('is told of a misspelt key at its place in the document', async () => {
    copy.edit('api/openapi.yaml', 'key: audit', 'key: audti');
    const { code, stdout } = await copy.run(['check']);
    expect(code).toBe(1);
    expect(stdout).toContain('api/openapi.yaml:6:32 error reference/unknown');
    expect(stdout).toContain('6 |       x-planproof-gate: { key: audti,');
    expect(stdout).toContain('Write: `audit`, or declare `audti`.');
  });

  it('is told at the field of a document that is not there', async () => {
    rmSync(join(copy.root, 'api/openapi.yaml'));
    const { code, stdout } = await copy.run(['check']);
    expect(code).toBe(1);
    expect(stdout).toContain('tide.yaml:8:13 error gate/unread\n  There is no file `api/openapi.yaml`.');
  });

  it('is told at both places of a gate that matrix and document state differently', async () => {
    copy.write('tide.yaml', `${TIDE}gates:\n  - { key: audit, api: GET /audit, refusal: { status: 403 } }\n`);
    const { code, stdout } = await copy.run(['check']);
    expect(code).toBe(1);
    expect(stdout).toContain('tide.yaml:10:45 error gate/differs');
    expect(stdout).toContain('api/openapi.yaml:6:48 The document says otherwise here.');
  });

  it('is compared with the document as it was', async () => {
    const { commit } = gitFolder(copy.root);
    commit('A gate', '2026-03-01');
    copy.edit('api/openapi.yaml', 'status: 402', 'status: 403');
    const { code, stdout } = await copy.run(['diff', 'HEAD']);
    expect([code, stdout]).toEqual([0, expect.stringMatching(/GET \/audit.*402.*403/)]);
  });
});
