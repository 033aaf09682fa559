/** Stories: what plans have and lack. Each lists every claim that is read, and nothing else is. */
import { describe, expect, it } from 'vitest';
import { claimsOf } from './claims-of.ts';

describe('said of a plan', () => {
  it('Relay includes everything in Community plus remote access, mobile pairing and push notifications.', () => {
    expect(
      claimsOf('Relay includes everything in Community plus remote access, mobile pairing and push notifications.'),
    ).toEqual([
      '1:1+38 relay_v6: community_v6 everything_in = included',
      '1:1+57 relay_v6: relay = included',
      '1:1+73 relay_v6: mobile_app = included',
      '1:1+96 relay_v6: push_notifications = included',
    ]);
  });
  it('Relay: everything in Community, plus remote access.', () => {
    expect(claimsOf('Relay: everything in Community, plus remote access.')).toEqual([
      '1:1+30 relay_v6: community_v6 everything_in = included',
      '1:1+50 relay_v6: relay = included',
    ]);
  });
  it('Relay – $4.99/mo, 14 days of history, push notifications', () => {
    expect(claimsOf('**Relay** – $4.99/mo, 14 days of history, push notifications')).toEqual([
      '1:3+18 relay_v6: month price = 499 USD',
      '1:3+27 relay_v6: history = 14 day',
      '1:3+58 relay_v6: push_notifications = included',
    ]);
  });
  it('Audit log (Pro)', () => {
    expect(claimsOf('Audit log (Pro)')).toEqual(['1:1+14 pro_v6 only from: audit_logging = included']);
  });
  it('Audit log (Pro only)', () => {
    expect(claimsOf('Audit log (Pro only)')).toEqual(['1:1+14 pro_v6 only from: audit_logging = included']);
  });
  it('Push notifications — Relay and above', () => {
    expect(claimsOf('Push notifications — Relay and above')).toEqual([
      '1:1+36 relay_v6 and above: push_notifications = included',
    ]);
  });
  it('Push notifications: Relay+', () => {
    expect(claimsOf('Push notifications: Relay+')).toEqual([
      '1:1+26 relay_v6 and above: push_notifications = included',
    ]);
  });
  it('The audit log is only available on Pro.', () => {
    expect(claimsOf('The audit log is only available on Pro.')).toEqual([
      '1:5+34 pro_v6 only from: audit_logging = included',
    ]);
  });
  it('Push notifications are included from Relay.', () => {
    expect(claimsOf('Push notifications are included from Relay.')).toEqual([
      '1:1+42 relay_v6 and above: push_notifications = included',
    ]);
  });
  it('Custom branding and the audit log are part of Pro.', () => {
    expect(claimsOf('Custom branding and the audit log are part of Pro.')).toEqual([
      '1:25+25 pro_v6: audit_logging = included',
    ]);
  });
  it('Relay includes push notifications; Pro adds the audit log and RBAC.', () => {
    expect(claimsOf('Relay includes push notifications; Pro adds the audit log and RBAC.')).toEqual([
      '1:1+33 relay_v6: push_notifications = included',
      '1:36+22 pro_v6: audit_logging = included',
      '1:36+31 pro_v6: rbac = included',
    ]);
  });
  it('Relay not only includes push notifications but also mobile pairing.', () => {
    expect(claimsOf('Relay not only includes push notifications but also mobile pairing.')).toEqual([
      '1:1+42 relay_v6: push_notifications = included',
      '1:1+66 relay_v6: mobile_app = included',
    ]);
  });
});

describe('denied', () => {
  it('Relay no longer includes the audit log.', () => {
    expect(claimsOf('Relay no longer includes the audit log.')).toEqual(['1:1+38 relay_v6: audit_logging = excluded']);
  });
  it('Relay does not include the audit log, but Pro does.', () => {
    expect(claimsOf('Relay does not include the audit log, but Pro does.')).toEqual([
      '1:1+36 relay_v6: audit_logging = excluded',
    ]);
  });
  it('Neither Community nor Relay includes the audit log.', () => {
    expect(claimsOf('Neither Community nor Relay includes the audit log.')).toEqual([
      '1:9+42 community_v6 relay_v6: audit_logging = excluded',
    ]);
  });
  it("The audit log isn't in Community.", () => {
    expect(claimsOf("The audit log isn't in Community.")).toEqual(['1:5+28 community_v6: audit_logging = excluded']);
  });
  it('Community comes without the audit log.', () => {
    expect(claimsOf('Community comes without the audit log.')).toEqual([
      '1:1+37 community_v6: audit_logging = excluded',
    ]);
  });
  it("The audit log isn't available on Community or Relay.", () => {
    expect(claimsOf("The audit log isn't available on Community or Relay.")).toEqual([
      '1:5+47 community_v6 relay_v6: audit_logging = excluded',
    ]);
  });
  it('Unlike Relay, Community does not include push notifications.', () => {
    expect(claimsOf('Unlike Relay, Community does not include push notifications.')).toEqual([
      '1:15+45 community_v6: push_notifications = excluded',
    ]);
  });
});

describe('not told', () => {
  it('Does Relay include the audit log?', () => {
    expect(claimsOf('Does Relay include the audit log?')).toEqual([]);
  });
  it('Every plan but Community includes push notifications.', () => {
    expect(claimsOf('Every plan but Community includes push notifications.')).toEqual([]);
  });
  it('Community gives you everything but push notifications.', () => {
    expect(claimsOf('Community gives you everything but push notifications.')).toEqual([]);
  });
  it('Relay has everything in Pro, without the audit log.', () => {
    expect(claimsOf('Relay has everything in Pro, without the audit log.')).toEqual([
      '1:1+50 relay_v6: audit_logging = excluded',
    ]);
  });
  it('The audit log is coming soon to Relay.', () => {
    expect(claimsOf('The audit log is coming soon to Relay.')).toEqual([]);
  });
  it('Upgrade from Community to Relay for push notifications.', () => {
    expect(claimsOf('Upgrade from Community to Relay for push notifications.')).toEqual([]);
  });
  it('No plan includes the audit log except Pro.', () => {
    expect(claimsOf('No plan includes the audit log except Pro.')).toEqual([]);
  });
  it('Relay is all about push notifications.', () => {
    expect(claimsOf('Relay is all about push notifications.')).toEqual([]);
  });
});

describe('a list after "no"', () => {
  it('Agency: no branding, custom domains, webhooks.', () => {
    expect(claimsOf('Agency: no branding, custom domains, webhooks.', { product: 'harbor' })).toEqual([]);
  });
});
