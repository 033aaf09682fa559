/** What is read before anything can be looked at goes in and comes out; where it is not there, files of earlier runs say so. */
import { sentenceOf } from '../failure.ts';
import { openConfig } from '../workspace.ts';
import type { Unseen } from './tell-unseen.ts';

/** Throws what `open` throws. */
export async function toldUnseen<T>(unseen: Omit<Unseen, 'reason'>, open: () => T): Promise<T> {
  try {
    return open();
  } catch (error) {
    const { tellUnseen } = await import('./tell-unseen.ts');
    await tellUnseen({ ...unseen, ...placesIn(unseen), reason: sentenceOf(error) });
    throw error;
  }
}

/** Where the configuration can be read. */
function placesIn({ root, command }: Pick<Unseen, 'root' | 'command'>): Pick<Unseen, 'matrix' | 'folder'> {
  try {
    const { config } = openConfig(root);
    return config ? { matrix: config.matrix, ...(command === 'audit' && { folder: config.report ?? 'report' }) } : {};
  } catch {
    return {};
  }
}
