/** YAML text goes in; what it says comes out as plain objects, with every number as the words it is written in. */
import { isScalar, parseDocument, visit } from 'yaml';

export interface Spoken {
  [key: string]: Says;
}
export type Says = string | boolean | null | Says[] | Spoken;

/** `number 4.90` for a number: neither text nor a float. */
export function spoken(text: string): Spoken {
  const document = parseDocument(text.replace(/^\uFEFF/, ''), { prettyErrors: false });
  if (document.errors[0]) throw document.errors[0];
  visit(document, {
    Scalar: (key, node) => {
      if (key !== 'key' && isScalar(node) && typeof node.value === 'number') node.value = `number ${node.source}`;
    },
  });
  return document.toJS() as Spoken;
}
