/** What opens a door in an address is a secret; what only says where it is, is none. */
import { expect, it } from 'vitest';
import { secretsInAddress } from '../../../scripts/holders/secrets-in-address.ts';

it.each<[string, string[]]>([
  ['https://ada:low%20tide@a.example/', ['low%20tide', 'low tide']],
  ['https://ghp_0123@a.example/', ['ghp_0123']],
  ['https://a.example/?token=abc&lang=english&page=2', ['abc']],
  ['https://a.example/?x-vercel-protection-bypass=q1%2Fw2', ['q1/w2']],
  ['https://a.example/?v=0123456789abcdef0123', ['0123456789abcdef0123']],
  ['https://a.example:8080/pricing?lang=de#token', []],
  ['http://127.0.0.1:{port}', []],
  ['nowhere', []],
])('%s', (address, secrets) => {
  expect(secretsInAddress(address)).toEqual(secrets);
});
