/** Where secrets stand goes in; what they are comes out, or a `Failure` that names what is not there. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { SecretSource } from '../../verifier/config/holder-way.ts';
import { Failure } from '../failure.ts';

/** `of`: whose they are, in words, where they are not everybody's. */
export function readSecrets(
  root: string,
  sources: Readonly<Record<string, SecretSource>>,
  of = '',
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(sources).map(([name, source]) => [name, longEnough(name, readSecret(root, name, source, of))]),
  );
}

function readSecret(root: string, name: string, { env, file }: SecretSource, of: string): string {
  const whose = `The secret \`${name}\`${of}`;
  if (env !== undefined) {
    const value = process.env[env];
    if (value) return value;
    throw new Failure(
      `${whose} stands in the environment variable ${env}, which is not set: set it, and run this again.`,
    );
  }
  const text = textOf(resolve(root, file!));
  if (text) return text;
  throw new Failure(`${whose} stands in the file ${file}, which ${text === '' ? 'is empty' : 'cannot be read'}.`);
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return undefined;
  }
}

/** What is shorter stands in every second word of a report, so that it could not be kept out of it. */
function longEnough(name: string, secret: string): string {
  if (secret.length >= 4) return secret;
  throw new Failure(
    `The secret \`${name}\` is shorter than 4 characters: give it a longer one, which a report can hide.`,
  );
}
