/** A frame that another process draws has no document here: nobody can read it, so it counts as what must not be seen. */
import { expect, it } from 'vitest';
import { drawnIn } from '../../../verifier/browse/drawn-elements.ts';

const strings = ['BODY', 'IFRAME', '#text', 'hello', 'visible', 'hidden'];
const [BODY, IFRAME, TEXT, HELLO, VISIBLE, HIDDEN] = [0, 1, 2, 3, 4, 5];

function documentOf(visibility: number, inPage: number[]) {
  const nodes = {
    ...{ parentIndex: [-1, 0, 0], nodeType: [1, 1, 3], nodeName: [BODY, IFRAME, TEXT], nodeValue: [-1, -1, HELLO] },
    ...{ backendNodeId: [10, 11, 12], attributes: [[], [], []], contentDocumentIndex: { index: inPage } },
  };
  const layout = { nodeIndex: [1, 2], text: [-1, HELLO], styles: [[visibility], [visibility]] };
  return drawnIn({ nodes, layout }, strings);
}

it('is told beside the text of the page, with the element that draws it', () => {
  const text = [{ dom: 10, text: 'hello' }];
  expect(documentOf(VISIBLE, [])).toEqual({
    ...{ rendered: text, written: text, values: [] },
    opaque: [{ dom: 11, text: '' }],
  });
  expect(documentOf(VISIBLE, [1]).opaque).toEqual([]);
  expect(documentOf(HIDDEN, [])).toEqual({ rendered: [], written: [], values: [], opaque: [] });
});
