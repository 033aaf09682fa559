/** `gate/ambiguous`: a gate that stands nowhere, or two gates at one operation or page. */
import type { RawGate } from '../../read/raw.ts';
import { placeOf } from '../../read/source.ts';
import type { MatrixRule } from '../rule.ts';

export const gateAmbiguous: MatrixRule = {
  id: 'gate/ambiguous',
  level: 'error',
  from: 'gates',
  find: ({ raw, source }) => {
    const first = new Map<string, number>();
    return (raw.gates ?? []).flatMap((gate, i) => {
      const address = addressOf(gate);
      const at = placeOf(source, ['gates', i]);
      if (address === undefined) {
        const both = gate.api !== undefined;
        const found = `The gate of \`${gate.key}\` stands ${both ? 'at an operation and a page at once' : 'nowhere'}.`;
        return [{ at, found, write: both ? 'two gates, one for each.' : '`api: GET /path` or `app: /path`.' }];
      }
      const before = first.get(address);
      first.set(address, before ?? i);
      if (before === undefined) return [];
      const related = [{ at: placeOf(source, ['gates', before]), words: `${address} has its gate here.` }];
      return [{ at, found: `${address} has two gates.`, write: 'one gate, with exactly one key.', related }];
    });
  },
};

function addressOf({ api, app }: RawGate): string | undefined {
  if ((api === undefined) === (app === undefined)) return undefined;
  return api ?? app;
}
