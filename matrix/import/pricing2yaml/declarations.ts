/** The features and usage limits of a pricing go in; the capabilities, limits and units of a matrix come out. */
import type { RawCapability, RawLimit } from '../../read/raw.ts';
import { isPlain } from '../key-space.ts';
import { shown } from '../shown.ts';
import { splitUnit } from '../units.ts';
import { nameOf } from '../words-of.ts';
import type { Declared } from './read-pricing.ts';
import { declaredOf, homeOf, type Part, type Reading } from './reading.ts';
import { ownValue } from './values.ts';

export interface Declarations {
  capabilities: Record<string, RawCapability>;
  limits: Record<string, RawLimit>;
}

export function declarations(reading: Reading): Declarations {
  const out: Declarations = { capabilities: {}, limits: {} };
  for (const part of ['features', 'usageLimits'] as const)
    for (const [name, declared] of Object.entries(declaredOf(reading, part))) {
      const home = homeOf(declared, part);
      if (!home) {
        const reason = 'a number without a unit; a limit of a matrix counts something';
        reading.ledger.leaveOut([part, name], reason, numbersOf(reading, part, name, declared));
        continue;
      }
      const key = reading.keys.add(`${part}.${name}`, name);
      if (!isPlain(key, name)) reading.originals.set(`${home}.${key}`, name);
      const common = commonOf(name, declared);
      if (home === 'capabilities') out.capabilities[key] = common;
      else out.limits[key] = { ...common, ...countedIn(reading, name, declared.unit ?? '') };
    }
  return out;
}

function commonOf(name: string, { description, tag }: Declared): RawCapability {
  return {
    name: nameOf(name),
    ...(description?.trim() && { description: description.trim() }),
    ...(tag?.trim() && { group: tag.trim() }),
  };
}

function countedIn({ units, ledger }: Reading, name: string, words: string): Pick<RawLimit, 'unit' | 'per'> {
  const { of, periods } = splitUnit(words);
  const [per, ...more] = periods;
  if (more.length)
    ledger.leaveOut(['usageLimits', name, 'unit'], 'a limit has one period, and this is another', more.join(', '));
  return { unit: units.of(of), ...(per && { per }) };
}

/** `10; BUSINESS .inf`: what each plan would have had. */
function numbersOf({ pricing }: Reading, part: Part, name: string, { defaultValue }: Declared): string {
  const own = Object.entries(pricing.plans ?? {}).flatMap(([plan, sold]) => {
    const own = sold[part] ?? {};
    const stated = Object.hasOwn(own, name) && ownValue(own[name], []);
    return stated ? [`${plan} ${shown(stated.value)}`] : [];
  });
  return [shown(defaultValue), ...own].join('; ');
}
