/** Stories: what plans cost, and sums that are no price. Each lists every claim that is read, and nothing else is. */
import { describe, expect, it } from 'vitest';
import { claimsOf } from './claims-of.ts';

describe('a price', () => {
  it('Relay is $4.99/mo.', () => {
    expect(claimsOf('Relay is $4.99/mo.')).toEqual(['1:1+17 relay_v6: month price = 499 USD']);
  });
  it('$4.99 a month gets you Relay.', () => {
    expect(claimsOf('$4.99 a month gets you Relay.')).toEqual(['1:1+28 relay_v6: month price = 499 USD']);
  });
  it('For $4.99 a month, Relay gives you remote access.', () => {
    expect(claimsOf('For $4.99 a month, Relay gives you remote access.')).toEqual([
      '1:5+20 relay_v6: month price = 499 USD',
      '1:20+29 relay_v6: relay = included',
    ]);
  });
  it('Relay costs $4.99 a month, or $39 when you pay by the year.', () => {
    expect(claimsOf('Relay costs $4.99 a month, or $39 when you pay by the year.')).toEqual([
      '1:1+25 relay_v6: month price = 499 USD',
      '1:1+33 relay_v6: year price = 3900 USD',
    ]);
  });
  it('Relay: 4.99 USD monthly, 39 USD yearly.', () => {
    expect(claimsOf('Relay: 4.99 USD monthly, 39 USD yearly.')).toEqual([
      '1:1+23 relay_v6: month price = 499 USD',
      '1:1+38 relay_v6: year price = 3900 USD',
    ]);
  });
  it('MSP Starter costs $1,490 per year.', () => {
    expect(claimsOf('MSP Starter costs $1,490 per year.')).toEqual(['1:1+33 msp_starter: year price = 149000 USD']);
  });
  it('The Pro plan is $8.99 per month or $79 per year (save 27%).', () => {
    expect(claimsOf('The Pro plan is $8.99 per month or $79 per year (save 27%).')).toEqual([
      '1:5+27 pro_v6: month price = 899 USD',
      '1:5+43 pro_v6: year price = 7900 USD',
    ]);
  });
  it('Pro ($8.99/month, or $79/year) and Relay ($4.99/month, or $39/year) are paid.', () => {
    expect(claimsOf('Pro ($8.99/month, or $79/year) and Relay ($4.99/month, or $39/year) are paid.')).toEqual([
      '1:1+16 pro_v6: month price = 899 USD',
      '1:1+29 pro_v6: year price = 7900 USD',
      '1:36+18 relay_v6: month price = 499 USD',
      '1:36+31 relay_v6: year price = 3900 USD',
    ]);
  });
  it('Prices: Community $0, Relay $4.99/mo, Pro $8.99/mo.', () => {
    expect(claimsOf('Prices: Community $0, Relay $4.99/mo, Pro $8.99/mo.')).toEqual([
      '1:9+12 community_v6: any price = 0 USD',
      '1:23+14 relay_v6: month price = 499 USD',
      '1:39+12 pro_v6: month price = 899 USD',
    ]);
  });
  it('Pro: $79/year ($6.58/month).', () => {
    expect(claimsOf('Pro: $79/year ($6.58/month).')).toEqual(['1:1+13 pro_v6: year price = 7900 USD']);
  });
  it('Community is free, and you can stay on it.', () => {
    expect(claimsOf('Community is free, and you can stay on it.')).toEqual(['1:1+17 community_v6: any price = 0 USD']);
  });
  it('Community — free forever', () => {
    expect(claimsOf('Community — free forever')).toEqual(['1:1+16 community_v6: any price = 0 USD']);
  });
  it('MSP Evaluation: price on request.', () => {
    expect(claimsOf('MSP Evaluation: price on request.')).toEqual(['1:1+32 msp_eval: any price = on_request']);
  });
});

describe('a price in euros', () => {
  it('Studio costs €19 a month, or €190 when you pay by the year.', () => {
    expect(claimsOf('Studio costs €19 a month, or €190 when you pay by the year.', { product: 'harbor' })).toEqual([
      '1:1+24 studio-2024: month price = 1900 EUR',
      '1:1+33 studio-2024: year price = 19000 EUR',
    ]);
  });
  it('Studio is 19 € per month.', () => {
    expect(claimsOf('Studio is 19 € per month.', { product: 'harbor' })).toEqual([
      '1:1+24 studio-2024: month price = 1900 EUR',
    ]);
  });
  it('Studio (€19/mo) includes 25 forms.', () => {
    expect(claimsOf('Studio (€19/mo) includes 25 forms.', { product: 'harbor' })).toEqual([
      '1:1+14 studio-2024: month price = 1900 EUR',
      '1:1+33 studio-2024: forms = 25 form',
    ]);
  });
});

describe('no price', () => {
  it('MSP Starter saves you $298 a year.', () => {
    expect(claimsOf('MSP Starter saves you $298 a year.')).toEqual([]);
  });
  it('Pay yearly and save $20.88 on Relay.', () => {
    expect(claimsOf('Pay yearly and save $20.88 on Relay.')).toEqual([]);
  });
  it('You get Relay for a year, which is $3.25 a month.', () => {
    expect(claimsOf('You get Relay for a year, which is $3.25 a month.')).toEqual([]);
  });
  it('Relay is $3.25 a month when paid yearly.', () => {
    expect(claimsOf('Relay is $3.25 a month when paid yearly.')).toEqual([
      '1:1+22 relay_v6: month price = 325 USD billed yearly',
    ]);
  });
  it('Relay was $9 a month in 2023.', () => {
    expect(claimsOf('Relay was $9 a month in 2023.')).toEqual([]);
  });
  it('The old Pro price was $9 per month.', () => {
    expect(claimsOf('The old Pro price was $9 per month.')).toEqual([]);
  });
  it('Relay costs less than $5 a month.', () => {
    expect(claimsOf('Relay costs less than $5 a month.')).toEqual([]);
  });
  it('Pro costs $8.99/month per server.', () => {
    expect(claimsOf('Pro costs $8.99/month per server.')).toEqual([]);
  });
  it('Community is free of ads.', () => {
    expect(claimsOf('Community is free of ads.')).toEqual([]);
  });
  it('Pro is free for 14 days.', () => {
    expect(claimsOf('Pro is free for 14 days.')).toEqual([]);
  });
  it('Try Pro for free.', () => {
    expect(claimsOf('Try Pro for free.')).toEqual([]);
  });
  it('Running Community on a VPS costs $5 a month.', () => {
    expect(claimsOf('Running Community on a VPS costs $5 a month.')).toEqual([]);
  });
});

describe('no price in euros', () => {
  it('Studio: €19 per team member per month.', () => {
    expect(claimsOf('Studio: €19 per team member per month.', { product: 'harbor' })).toEqual([]);
  });
  it('Every additional team member costs €5 a month on Studio.', () => {
    expect(claimsOf('Every additional team member costs €5 a month on Studio.', { product: 'harbor' })).toEqual([]);
  });
  it('Studio is €15/mo for nonprofits.', () => {
    expect(claimsOf('Studio is €15/mo for nonprofits.', { product: 'harbor' })).toEqual([]);
  });
  it('Studio is half price: €9.50 a month.', () => {
    expect(claimsOf('Studio is half price: €9.50 a month.', { product: 'harbor' })).toEqual([]);
  });
});
