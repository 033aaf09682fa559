/** Stories: whose a section, a card or a list is. Each lists every claim that is read, and nothing else is. */
import { describe, expect, it } from 'vitest';
import { claimsOf } from './claims-of.ts';

describe('under a plan', () => {
  it('a heading and its list', () => {
    expect(
      claimsOf(
        [
          '# Relay',
          '',
          '- 14 days of metric history',
          '- push notifications and mobile pairing',
          '- No audit log',
        ].join('\n'),
      ),
    ).toEqual([
      '3:3+7 relay_v6: history = 14 day',
      '4:3+18 relay_v6: push_notifications = included',
      '4:26+14 relay_v6: mobile_app = included',
      '5:6+9 relay_v6: audit_logging = excluded',
    ]);
  });
  it('a heading with its price', () => {
    expect(
      claimsOf(
        [
          '### Relay – $4.99/month or $39/year',
          '',
          'Everything in Community, plus:',
          '',
          '- 14-day metric history',
          '- Push notifications',
        ].join('\n'),
      ),
    ).toEqual([
      '1:5+19 relay_v6: month price = 499 USD',
      '1:5+31 relay_v6: year price = 3900 USD',
      '3:15+9 relay_v6: community_v6 everything_in = included',
      '5:3+6 relay_v6: history = 14 day',
      '6:3+18 relay_v6: push_notifications = included',
    ]);
  });
  it.each([
    'Relay Most popular',
    'Relay (recommended)',
    'Most popular: Relay',
    'Relay ★',
    'Relay Save 20%',
    'Relay – New',
    'Recommended: Relay',
    'Recommended Relay',
    '★ Best value – Relay',
    'Best value Relay',
    'Your plan: Relay',
    'The Relay plan',
    'Choose Relay',
    'Get Relay',
    'Buy Relay',
    'Try Relay',
    'Order Relay',
    'About Relay',
    'Start with Relay',
    'Switch to Relay',
  ])('a name with a badge: %s', (heading) => {
    expect(claimsOf(`### ${heading}\n\n- Push notifications`)).toEqual([
      '3:3+18 relay_v6: push_notifications = included',
    ]);
  });
  it.each([
    'Relay servers',
    'Relay Saved searches',
    'New in Relay',
    'Relay is popular',
    'Relay newsletter',
    'Recommended for Relay',
    'Best values of Relay',
    'Get more from Relay',
    'Includes Relay',
  ])('a name within other words is no plan’s: %s', (heading) => {
    expect(claimsOf(`### ${heading}\n\n- Push notifications`)).toEqual([]);
  });
  it('an introduction that names the plan', () => {
    expect(
      claimsOf(['Relay gives you:', '', '- 14 days of metric history', '- push notifications'].join('\n')),
    ).toEqual(['3:3+7 relay_v6: history = 14 day', '4:3+18 relay_v6: push_notifications = included']);
  });
  it('a name in bold above a list', () => {
    expect(claimsOf(['**Relay**', '', '- 14 days of metric history'].join('\n'))).toEqual([
      '3:3+7 relay_v6: history = 14 day',
    ]);
  });
  it('a point with points of its own', () => {
    expect(
      claimsOf(
        [
          '- **Relay**',
          '  - 14 days of metric history',
          '  - Push notifications',
          '- **Pro**',
          '  - 90 days of metric history',
        ].join('\n'),
      ),
    ).toEqual([
      '2:5+7 relay_v6: history = 14 day',
      '3:5+18 relay_v6: push_notifications = included',
      '5:5+7 pro_v6: history = 90 day',
    ]);
  });
  it('two lines', () => {
    expect(
      claimsOf(
        [
          '1. Relay keeps fourteen days',
          '   of metric history.',
          '2. Pro keeps ninety days of',
          '   metric history.',
        ].join('\n'),
      ),
    ).toEqual(['1:4+25 relay_v6: history = 14 day', '3:4+21 pro_v6: history = 90 day']);
  });
});

describe('no longer under a plan', () => {
  it('another section of the same depth', () => {
    expect(
      claimsOf(
        ['## Relay', '', '- 14 days of metric history', '', '## Footer', '', '- 30 days of metric history'].join('\n'),
      ),
    ).toEqual(['3:3+7 relay_v6: history = 14 day', '7:3+7 ?nobody: history = 30 day']);
  });
  it('what is not included', () => {
    expect(claimsOf(['# Relay', '', 'Not included:', '', '- audit log', '- RBAC'].join('\n'))).toEqual([]);
  });
  it('see also', () => {
    expect(claimsOf(['# Relay', '', '## See also', '', '- Audit log'].join('\n'))).toEqual([]);
  });
  it('a question', () => {
    expect(claimsOf(['# Relay', '', '## Which plan has the audit log?', '', '- Audit log'].join('\n'))).toEqual([]);
  });
  it('a change log', () => {
    expect(claimsOf(['# Changelog', '', '## 5.2.0', '', 'Relay keeps 10 days of metric history.'].join('\n'))).toEqual(
      [],
    );
  });
  it('quotation, code and struck text', () => {
    expect(
      claimsOf(
        [
          '> Relay keeps 99 days of metric history.',
          '',
          'Relay keeps ~~99~~ 14 days of metric history.',
          '',
          '```',
          'Relay keeps 99 days of metric history.',
          '```',
        ].join('\n'),
      ),
    ).toEqual(['3:1+26 relay_v6: history = 14 day']);
  });
});

describe('cards', () => {
  it('a card ends with its element', () => {
    expect(
      claimsOf(
        '<div class="card"><h3>Studio</h3><p>€19<small>/mo</small></p></div><div class="card"><h3>Agency</h3><p>20 team members</p></div><div><p>3 forms</p></div>',
        { product: 'harbor', html: true },
      ),
    ).toEqual([
      'div:nth-of-type(1) > p «€19/mo» studio-2024: month price = 1900 EUR',
      'div:nth-of-type(2) > p «20 team members» agency-2024: team_members = 20 member',
      'div:nth-of-type(3) > p «3 forms» ?nobody: forms = 3 form',
    ]);
  });
  it("the foot of a page is nobody's", () => {
    expect(
      claimsOf('<h2>Studio</h2><ul><li>25 forms</li></ul><footer><p>3 forms</p></footer>', {
        product: 'harbor',
        html: true,
      }),
    ).toEqual(['ul > li «25 forms» studio-2024: forms = 25 form', 'footer > p «3 forms» ?nobody: forms = 3 form']);
  });
  it("the foot of a card is the card's", () => {
    expect(
      claimsOf('<article><h2>Studio</h2><footer>€19 per month</footer></article>', { product: 'harbor', html: true }),
    ).toEqual(['article > footer «€19 per month» studio-2024: month price = 1900 EUR']);
  });
  it("navigation is nobody's", () => {
    expect(
      claimsOf('<h2>Studio</h2><nav><ul><li>Remove branding</li></ul></nav>', { product: 'harbor', html: true }),
    ).toEqual([]);
  });
  it('details speak under their summary', () => {
    expect(
      claimsOf('<details><summary>Studio</summary><p>25 forms</p></details><p>3 forms</p>', {
        product: 'harbor',
        html: true,
      }),
    ).toEqual(['details > p «25 forms» studio-2024: forms = 25 form', 'p «3 forms» ?nobody: forms = 3 form']);
  });
});

it('speaks of what a sentence has that names nothing itself, where another one in its paragraph does', () => {
  const everybody = 'community_v6 relay_v6 pro_v6 msp_eval msp_starter msp_growth msp_scale';
  expect(claimsOf('## Audit log\n\nAvailable to everyone. Relay keeps 14 days of metric history.')).toEqual([
    `3:1+22 ${everybody}: audit_logging = included`,
    '3:24+19 relay_v6: history = 14 day',
  ]);
});
