/** Stories: how long trials and grace last. Each lists every claim that is read, and nothing else is. */
import { describe, expect, it } from 'vitest';
import { claimsOf } from './claims-of.ts';

describe('periods', () => {
  it('The grace period lasts 7 days.', () => {
    expect(claimsOf('The grace period lasts 7 days.')).toEqual(['1:5+25 : grace = 7 day']);
  });
  it('You get a 7-day grace period.', () => {
    expect(claimsOf('You get a 7-day grace period.')).toEqual(['1:11+18 : grace = 7 day']);
  });
  it('Cloud has a 14-day trial.', () => {
    expect(claimsOf('Cloud has a 14-day trial.')).toEqual(['1:13+12 : cloud = 14 day']);
  });
  it('Every Cloud plan begins with a 14-day free trial.', () => {
    expect(claimsOf('Every Cloud plan begins with a 14-day free trial.')).toEqual(['1:32+17 : cloud = 14 day']);
  });
  it('The first 7 days of the 14-day Cloud trial are free.', () => {
    expect(claimsOf('The first 7 days of the 14-day Cloud trial are free.')).toEqual([]);
  });
  it('Trial period: 14 days', () => {
    expect(claimsOf('Trial period: 14 days')).toEqual([]);
  });
});
