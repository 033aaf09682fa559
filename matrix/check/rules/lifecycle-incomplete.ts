/** `lifecycle/incomplete`: a key on its way out that does not say until when it works, or what takes its place. */
import { placeOf } from '../../read/source.ts';
import { outgoingKeys } from '../lifecycles.ts';
import type { MatrixRule } from '../rule.ts';

const FIELDS = {
  sunset_at: { lacks: 'until when it works', write: '`sunset_at:` and a day such as 2027-06-30' },
  replacement_key: { lacks: 'what takes its place', write: '`replacement_key:` and the key that does' },
} as const;

export const lifecycleIncomplete: MatrixRule = {
  id: 'lifecycle/incomplete',
  level: 'warning',
  from: 'lifecycle',
  find: ({ raw, source }) =>
    outgoingKeys(raw).flatMap(({ key, path, lifecycle }) => {
      const missing = (['sunset_at', 'replacement_key'] as const).filter((field) => lifecycle[field] === undefined);
      if (!missing.length) return [];
      return [
        {
          at: placeOf(source, path, 'key'),
          found: `\`${key}\` is on its way out, and does not say ${missing.map((field) => FIELDS[field].lacks).join(', nor ')}.`,
          write: `${missing.map((field) => FIELDS[field].write).join('; and ')}.`,
        },
      ];
    }),
};
