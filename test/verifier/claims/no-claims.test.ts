/** Stories: true or unrelated sentences that once were taken for false claims. Nothing certain is read in them. */
import { describe, expect, it } from 'vitest';
import { claimsOf } from './claims-of.ts';

const NOTHING: readonly string[] = [
  '## Relay\n\nLarger plans include audit logging.',
  '## Relay\n\nThe next plan up includes audit logging.',
  '## Community\n\nThe paid plans include push notifications.',
  '## Pro\n\nThe smaller plan keeps 14 days of metric history.',
  'Relay and Pro cost $4.99 and $8.99 a month.',
  'Relay and Pro cost $39 and $79 per year respectively.',
  'Metric history is 7, 14 or 90 days on Community, Relay and Pro.',
  'The audit log and push notifications are part of Pro and Relay respectively.',
  'Nobody on Relay has the audit log.',
  'Few people on Community have push notifications.',
  'Soon, Relay includes the audit log.',
  'We plan to give Relay the audit log.',
  'It is a common mistake that Relay includes the audit log.',
  'MSP Growth warns you at 12 client workspaces.',
  'MSP Growth with 12 client workspaces costs what you would expect.',
  'Together, Relay and Pro cost $13.98 a month.',
  'Two Pro licences cost $17.98 a month.',
  'On Pro the dashboard opens with 7 days of metric history.',
  'A reminder comes 3 days into the grace period.',
  'OtherMon Pro keeps 30 days of metric history.',
  '## Relay\n\n### Add-ons you cannot buy\n\n- Audit log\n',
  '## Relay\n\nAnn watches 12 monitored systems at home.',
];

describe('no claim is certain in', () => {
  it.each(NOTHING)('%j', (text) => {
    expect(claimsOf(text).filter((claim) => !claim.includes('?'))).toEqual([]);
  });
});

describe('and still is in', () => {
  it.each([
    ['## Relay\n\nIt includes push notifications.', 'relay_v6: push_notifications = included'],
    ['## Relay\n\n- 14 days of metric history', 'relay_v6: history = 14 day'],
    ['# Choose Relay\n\n$4.99 a month', 'relay_v6: month price = 499 USD'],
    ['`Relay` keeps 14 days of metric history.', 'relay_v6: history = 14 day'],
    ['In every self-hosted plan:\n\n- Unlimited monitored systems', 'pro_v6: monitored_systems = unlimited'],
  ])('%j', (text, claim) => {
    expect(claimsOf(text).join('\n')).toContain(claim.split(': ')[1]);
    expect(claimsOf(text).join('\n')).toContain(claim.split(':')[0]);
  });
});
