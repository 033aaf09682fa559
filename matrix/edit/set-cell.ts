/** An edit of a capability or a limit goes in; the steps that give the contract this value come out. */
import { capabilityIn, chainOf, limitIn, listIn } from './chain.ts';
import { type Data, sameData } from './data.ts';
import { type Found, findContract } from './find-contract.ts';
import type { SetCapability, SetLimit } from './matrix-edit.ts';
import { putStep } from './put-step.ts';
import { isRefusal, type Refusal, unknownName } from './refusal.ts';
import { applySteps, at, type Path, type Step } from './step.ts';

/** What is left to do after what says otherwise is gone: nothing, where the contract then has the value anyway. */
export function setCapability(data: Data, edit: SetCapability): Step[] | Refusal {
  const declared = at(data, ['capabilities']);
  if (at(declared, [edit.key]) === undefined) return unknownName('capability', edit.key, declared, ['capabilities']);
  const found = findContract(data, edit);
  if (isRefusal(found)) return found;
  const isSo = (now: Data) => capabilityIn(chainOf(now, found.path), edit.key) === edit.value;
  if (isSo(data)) return [];
  const [out, into] =
    edit.value === 'included' ? [['without', 'unknown'], 'has'] : [['has', 'details', 'unknown'], 'without'];
  const dropped = out!.flatMap((field) => drops(found, field, edit.key));
  const left = applySteps(data, dropped);
  return isSo(left) ? dropped : [...dropped, addition(left, [...found.path, into as string], edit.key)];
}

/** From the end, so that no drop moves what the next one means. */
function drops({ path, set }: Found, field: string, key: string): Step[] {
  if (at(set, [field, key]) !== undefined) return [{ change: 'drop', path: [...path, field, key] }];
  return listIn(set, field)
    .flatMap((one, index) => (one === key ? [index] : []))
    .toReversed()
    .map((index) => ({ change: 'drop', path: [...path, field, index] }));
}

function addition(data: Data, path: Path, key: string): Step {
  const list = at(data, path) as readonly Data[] | null | undefined;
  return list?.length ? { change: 'append', path, value: key } : putStep(data, path, [key]);
}

export function setLimit(data: Data, edit: SetLimit): Step[] | Refusal {
  const declared = at(data, ['limits']);
  if (at(declared, [edit.key]) === undefined) return unknownName('limit', edit.key, declared, ['limits']);
  const found = findContract(data, edit);
  if (isRefusal(found)) return found;
  const value = typeof edit.value === 'number' ? { digits: String(edit.value) } : edit.value;
  if (sameData(limitIn(chainOf(data, found.path), edit.key), value)) return [];
  const path = [...found.path, 'limits', edit.key];
  if (!(at(data, path) instanceof Map)) return [putStep(data, path, value)];
  const twice = `\`${edit.key}\` has one number for copy and another for the product, and the edit names one.`;
  return { path, found: twice, write: 'the number that is meant, in the file.' };
}
