/** Keys of other formats become names that read well, and keys of ours. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isPlain, KeySpace } from '../../../matrix/import/key-space.ts';
import { keyOf, nameOf } from '../../../matrix/import/words-of.ts';

it.each([
  ['auditLogAPI', 'Audit log API', 'audit_log_api'],
  ['required2FA', 'Required 2FA', 'required_2fa'],
  ['24/7support', '24/7 support', 'x24_7_support'],
  ['SSL/TLSEncryption', 'SSL/TLS encryption', 'ssl_tls_encryption'],
  ['99%uptimeSLA', '99% uptime SLA', 'x99_uptime_sla'],
  ['pulseQ&A', 'Pulse Q&A', 'pulse_q_a'],
  ['email&SlackDigests', 'Email & slack digests', 'email_slack_digests'],
  ['shareReportPDFs', 'Share report PDFs', 'share_report_pdfs'],
  ['100+ResponsiveTemplates', '100+ responsive templates', 'x100_responsive_templates'],
  ['8x5SLA', '8x5 SLA', 'x8x5_sla'],
  ['1to1messages', '1to1 messages', 'x1to1_messages'],
  ['BUSINESS_PLUS', 'Business Plus', 'business_plus'],
  ['ALL_IN_ONE', 'All In One', 'all_in_one'],
  ['accessToAllCake.comProducts', 'Access to all cake.com products', 'access_to_all_cake_com_products'],
  ['single-sign-on', 'Single-sign-on', 'single_sign_on'],
  ['…', '…', 'x'],
])('%s', (key, name, own) => {
  expect([nameOf(key), keyOf(key)]).toEqual([name, own]);
});

it('whatever the words, a key is a key of the matrix', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (words) => {
      expect(keyOf(words)).toMatch(/^[a-z][a-z0-9_]*$/);
    }),
  );
});

it('no two things share a key, and each finds its own again', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.string({ unit: fc.constantFrom('a', 'A', '_', '2', '-') }), { maxLength: 30 }),
      (all) => {
        const space = new KeySpace();
        const keys = all.map((words) => space.add(words));
        expect(new Set(keys).size).toBe(all.length);
        expect(all.map((words) => space.of(words))).toEqual(keys);
      },
    ),
  );
  expect(new KeySpace().of('constructor')).toBeUndefined();
});

it.each([
  ['audit_log', 'auditLog', true],
  ['audit_log', 'AUDIT_LOG', true],
  ['audit_log', 'audit_log', true],
  ['audit_log', 'audit-log', false],
  ['x24_7_support', '24/7support', false],
])('whether %s tells of %s: %s', (key, original, told) => {
  expect(isPlain(key, original)).toBe(told);
});
