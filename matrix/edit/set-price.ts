/** An edit of a price goes in; the steps that set this one amount come out. */
import { type Data, isDigits, isList } from './data.ts';
import { findContract } from './find-contract.ts';
import type { SetPrice } from './matrix-edit.ts';
import { putStep } from './put-step.ts';
import { isRefusal, type Refusal } from './refusal.ts';
import { at, type Path, type Step } from './step.ts';

export function setPrice(data: Data, edit: SetPrice): Step[] | Refusal {
  const found = findContract(data, edit);
  if (isRefusal(found)) return found;
  const { currency, interval, amount } = edit;
  const price: Path = [...found.path, 'price'];
  const value = { digits: amount };
  if (typeof at(data, price) === 'string') {
    const stated = new Map([[currency, new Map([[interval, value]])]]);
    return [{ change: 'put', path: price, value: stated }];
  }
  const intervals = at(data, [...price, currency]) ?? null;
  if (intervals !== null && !(intervals instanceof Map))
    return {
      path: [...price, currency],
      found: `\`${currency}\` is no map.`,
      write: `\`{ ${interval}: ${amount} }\`.`,
    };
  const path = amountPath(data, [...price, currency, interval]);
  if (isRefusal(path)) return path;
  const now = at(data, path);
  return isDigits(now) && now.digits === amount ? [] : [putStep(data, path, value)];
}

/** An amount may bear a note; a list of several cannot become one without losing what was sold. */
function amountPath(data: Data, path: Path): Path | Refusal {
  const stated = at(data, path);
  if (stated instanceof Map && stated.size) return [...path, 'amount'];
  if (!isList(stated) || !stated.length) return path;
  if (stated.length === 1) return amountPath(data, [...path, 0]);
  const found = `This contract was sold at ${stated.length} prices for one ${path.at(-1)}, and the edit names one.`;
  return { path, found, write: 'the amount that is meant, in the file.' };
}
