/** Stories: numbers that a plan promises, and numbers that it does not. Each lists every claim that is read, and nothing else is. */
import { describe, expect, it } from 'vitest';
import { claimsOf } from './claims-of.ts';

describe('a plan and its number', () => {
  it('Community keeps seven days of metric history.', () => {
    expect(claimsOf('Community keeps seven days of metric history.')).toEqual(['1:1+26 community_v6: history = 7 day']);
  });
  it('Relay keeps 14-day history.', () => {
    expect(claimsOf('Relay keeps 14-day history.')).toEqual(['1:1+18 relay_v6: history = 14 day']);
  });
  it('Relay: 14-day metric history, Pro: 90-day metric history.', () => {
    expect(claimsOf('Relay: 14-day metric history, Pro: 90-day metric history.')).toEqual([
      '1:1+13 relay_v6: history = 14 day',
      '1:31+11 pro_v6: history = 90 day',
    ]);
  });
  it('Metric history is 7 days on Community, 14 days on Relay and 90 days on Pro.', () => {
    expect(claimsOf('Metric history is 7 days on Community, 14 days on Relay and 90 days on Pro.')).toEqual([
      '1:19+19 community_v6: history = 7 day',
      '1:40+16 relay_v6: history = 14 day',
      '1:61+14 pro_v6: history = 90 day',
    ]);
  });
  it('Metric history: 7 days (Community), 14 days (Relay), 90 days (Pro).', () => {
    expect(claimsOf('Metric history: 7 days (Community), 14 days (Relay), 90 days (Pro).')).toEqual([
      '1:17+17 community_v6: history = 7 day',
      '1:37+14 relay_v6: history = 14 day',
      '1:54+12 pro_v6: history = 90 day',
    ]);
  });
  it('MSP Starter covers 5 client workspaces and MSP Growth 15.', () => {
    expect(claimsOf('MSP Starter covers 5 client workspaces and MSP Growth 15.')).toEqual([
      '1:1+38 msp_starter: workspaces = 5 workspace',
      '1:44+13 msp_growth: workspaces = 15 workspace',
    ]);
  });
  it('MSP Starter: 5, MSP Growth: 15, MSP Scale: 40 client workspaces.', () => {
    expect(claimsOf('MSP Starter: 5, MSP Growth: 15, MSP Scale: 40 client workspaces.')).toEqual([
      '1:1+14 msp_starter: workspaces = 5 workspace',
      '1:17+14 msp_growth: workspaces = 15 workspace',
      '1:33+31 msp_scale: workspaces = 40 workspace',
    ]);
  });
  it('MSP Starter covers five client workspaces, MSP Growth fifteen and MSP Scale forty.', () => {
    expect(claimsOf('MSP Starter covers five client workspaces, MSP Growth fifteen and MSP Scale forty.')).toEqual([
      '1:1+41 msp_starter: workspaces = 5 workspace',
      '1:44+18 msp_growth: workspaces = 15 workspace',
      '1:67+15 msp_scale: workspaces = 40 workspace',
    ]);
  });
  it('Relay and Pro keep 14 and 90 days of metric history.', () => {
    expect(claimsOf('Relay and Pro keep 14 and 90 days of metric history.')).toEqual([
      '1:1+21 relay_v6: history = 14 day',
      '1:1+33 pro_v6: history = 90 day',
    ]);
  });
  it('Community, Relay and Pro have 7, 14 and 90 days of metric history.', () => {
    expect(claimsOf('Community, Relay and Pro have 7, 14 and 90 days of metric history.')).toEqual([
      '1:1+31 community_v6: history = 7 day',
      '1:1+35 relay_v6: history = 14 day',
      '1:1+47 pro_v6: history = 90 day',
    ]);
  });
  it('History: 7d / 14d / 90d on Community / Relay / Pro.', () => {
    expect(claimsOf('History: 7d / 14d / 90d on Community / Relay / Pro.')).toEqual([
      '1:10+41 community_v6: history = 7 day',
      '1:15+36 relay_v6: history = 14 day',
      '1:21+30 pro_v6: history = 90 day',
    ]);
  });
  it('Relay extends your metric history from 7 days to 14 days.', () => {
    expect(claimsOf('Relay extends your metric history from 7 days to 14 days.')).toEqual([
      '1:1+56 relay_v6: history = 14 day',
    ]);
  });
  it('MSP Scale covers 40+ client workspaces.', () => {
    expect(claimsOf('MSP Scale covers 40+ client workspaces.')).toEqual([
      '1:1+38 msp_scale: workspaces = at least 40 workspace',
    ]);
  });
  it('Community lets you run one manual patrol run per hour.', () => {
    expect(claimsOf('Community lets you run one manual patrol run per hour.')).toEqual([
      '1:1+53 community_v6: manual_patrol_runs = 1 run per hour',
    ]);
  });
  it('Pro does not limit manual patrol runs.', () => {
    expect(claimsOf('Pro does not limit manual patrol runs.')).toEqual([
      '1:1+18 pro_v6: manual_patrol_runs = unlimited',
    ]);
  });
  it('Unlike Community, Relay keeps 14 days of metric history.', () => {
    expect(claimsOf('Unlike Community, Relay keeps 14 days of metric history.')).toEqual([
      '1:19+19 relay_v6: history = 14 day',
    ]);
  });
});

describe("a stranger's words", () => {
  it('Hobby: 3 forms, 2 exports per hour, 1 team member.', () => {
    expect(claimsOf('Hobby: 3 forms, 2 exports per hour, 1 team member.', { product: 'harbor' })).toEqual([
      '1:1+14 hobby-2024: forms = 3 form',
      '1:1+34 hobby-2024: exports = 2 export per hour',
      '1:1+49 hobby-2024: team_members = 1 member',
    ]);
  });
  it('Studio lets 5 team members work together.', () => {
    expect(claimsOf('Studio lets 5 team members work together.', { product: 'harbor' })).toEqual([
      '1:1+26 studio-2024: team_members = 5 member',
    ]);
  });
  it('25 forms on Studio, unlimited on Agency.', () => {
    expect(claimsOf('25 forms on Studio, unlimited on Agency.', { product: 'harbor' })).toEqual([
      '1:1+18 studio-2024: forms = 25 form',
      '1:21+19 agency-2024: forms = unlimited',
    ]);
  });
  it('Agency: unlimited forms, unlimited exports, 20 team members.', () => {
    expect(claimsOf('Agency: unlimited forms, unlimited exports, 20 team members.', { product: 'harbor' })).toEqual([
      '1:1+17 agency-2024: forms = unlimited',
      '1:1+34 agency-2024: exports = unlimited',
      '1:1+59 agency-2024: team_members = 20 member',
    ]);
  });
  it('Hobby allows no more than 3 forms.', () => {
    expect(claimsOf('Hobby allows no more than 3 forms.', { product: 'harbor' })).toEqual([
      '1:1+33 hobby-2024: forms = at most 3 form',
    ]);
  });
  it('Hobby is capped at 2 exports per hour.', () => {
    expect(claimsOf('Hobby is capped at 2 exports per hour.', { product: 'harbor' })).toEqual([
      '1:1+37 hobby-2024: exports = 2 export per hour',
    ]);
  });
  it('Studio: 10 exports / hour', () => {
    expect(claimsOf('Studio: 10 exports / hour', { product: 'harbor' })).toEqual([
      '1:1+25 studio-2024: exports = 10 export per hour',
    ]);
  });
  it('Get 10k forms with Agency.', () => {
    expect(claimsOf('Get 10k forms with Agency.', { product: 'harbor' })).toEqual([
      '1:5+21 agency-2024: forms = 10000 form',
    ]);
  });
  it('Studio includes a 25-form allowance.', () => {
    expect(claimsOf('Studio includes a 25-form allowance.', { product: 'harbor' })).toEqual([
      '1:1+25 studio-2024: forms = 25 form',
    ]);
  });
  it('Team members: Hobby 1, Studio 5, Agency 20.', () => {
    expect(claimsOf('Team members: Hobby 1, Studio 5, Agency 20.', { product: 'harbor' })).toEqual([
      '1:15+7 hobby-2024: team_members = 1 member',
      '1:24+8 studio-2024: team_members = 5 member',
      '1:34+9 agency-2024: team_members = 20 member',
    ]);
  });
  it('Forms: 3 / 25 / unlimited (Hobby / Studio / Agency)', () => {
    expect(claimsOf('Forms: 3 / 25 / unlimited (Hobby / Studio / Agency)', { product: 'harbor' })).toEqual([
      '1:17+34 agency-2024: forms = unlimited',
    ]);
  });
  it('Studio has at least 25 forms.', () => {
    expect(claimsOf('Studio has at least 25 forms.', { product: 'harbor' })).toEqual([
      '1:1+28 studio-2024: forms = at least 25 form',
    ]);
  });
  it('Hobby has 3 forms, not 5.', () => {
    expect(claimsOf('Hobby has 3 forms, not 5.', { product: 'harbor' })).toEqual(['1:1+17 hobby-2024: forms = 3 form']);
  });
});

describe('numbers of something else', () => {
  it('We offer a 30-day refund on Relay.', () => {
    expect(claimsOf('We offer a 30-day refund on Relay.')).toEqual([]);
  });
  it('Sessions on Relay last 7 days.', () => {
    expect(claimsOf('Sessions on Relay last 7 days.')).toEqual([]);
  });
  it('After 7 days, Community removes old metric history.', () => {
    expect(claimsOf('After 7 days, Community removes old metric history.')).toEqual([]);
  });
  it('For the first 14 days, Relay keeps metric history at full resolution.', () => {
    expect(claimsOf('For the first 14 days, Relay keeps metric history at full resolution.')).toEqual([]);
  });
  it('Relay adds another 7 days of metric history.', () => {
    expect(claimsOf('Relay adds another 7 days of metric history.')).toEqual([]);
  });
  it('Pro keeps more than 60 days of metric history.', () => {
    expect(claimsOf('Pro keeps more than 60 days of metric history.')).toEqual([]);
  });
  it("Pro keeps 90 days, six times the 14 days of Relay's metric history.", () => {
    expect(claimsOf("Pro keeps 90 days, six times the 14 days of Relay's metric history.")).toEqual([
      '1:1+17 pro_v6: history = 90 day',
    ]);
  });
  it('Compared with the 7 days of Community, Relay keeps 14 days of metric history.', () => {
    expect(claimsOf('Compared with the 7 days of Community, Relay keeps 14 days of metric history.')).toEqual([
      '1:40+19 relay_v6: history = 14 day',
    ]);
  });
  it("Relay doubles Community's metric history to 14 days.", () => {
    expect(claimsOf("Relay doubles Community's metric history to 14 days.")).toEqual([
      '1:1+51 relay_v6: history = 14 day',
    ]);
  });
  it('Metric history on Pro is deleted 30 days after cancellation.', () => {
    expect(claimsOf('Metric history on Pro is deleted 30 days after cancellation.')).toEqual([]);
  });
  it('Community does not keep 14 days of metric history.', () => {
    expect(claimsOf('Community does not keep 14 days of metric history.')).toEqual([]);
  });
  it('Neither Community nor Relay keeps 90 days of metric history.', () => {
    expect(claimsOf('Neither Community nor Relay keeps 90 days of metric history.')).toEqual([]);
  });
  it('Do you get 30 days of history on Relay?', () => {
    expect(claimsOf('Do you get 30 days of history on Relay?')).toEqual([]);
  });
  it('Relay had 10 days of metric history until 2023.', () => {
    expect(claimsOf('Relay had 10 days of metric history until 2023.')).toEqual([]);
  });
  it('From January, Relay will have 30 days of metric history.', () => {
    expect(claimsOf('From January, Relay will have 30 days of metric history.')).toEqual([]);
  });
});

describe('numbers of something else, elsewhere', () => {
  it('You can pick from 200 form templates in Studio.', () => {
    expect(claimsOf('You can pick from 200 form templates in Studio.', { product: 'harbor' })).toEqual([]);
  });
  it('Invite 2 more team members on Studio.', () => {
    expect(claimsOf('Invite 2 more team members on Studio.', { product: 'harbor' })).toEqual([]);
  });
  it('Hobby allows fewer than 10 forms.', () => {
    expect(claimsOf('Hobby allows fewer than 10 forms.', { product: 'harbor' })).toEqual([]);
  });
  it('Hobby allows 1–3 forms.', () => {
    expect(claimsOf('Hobby allows 1–3 forms.', { product: 'harbor' })).toEqual([
      '1:1+22 hobby-2024: forms = at least 1 form',
      '1:1+22 hobby-2024: forms = at most 3 form',
    ]);
  });
  it('Studio opens port 8080 for webhooks.', () => {
    expect(claimsOf('Studio opens port 8080 for webhooks.', { product: 'harbor' })).toEqual([]);
  });
  it('Hobby is not limited to 3 forms.', () => {
    expect(claimsOf('Hobby is not limited to 3 forms.', { product: 'harbor' })).toEqual([]);
  });
  it('Say you have 10 forms on Hobby.', () => {
    expect(claimsOf('Say you have 10 forms on Hobby.', { product: 'harbor' })).toEqual([]);
  });
  it('If you have 30 forms, Studio is too small.', () => {
    expect(claimsOf('If you have 30 forms, Studio is too small.', { product: 'harbor' })).toEqual([]);
  });
  it('Moving from Hobby (3 forms) to Studio (25 forms) takes a minute.', () => {
    expect(claimsOf('Moving from Hobby (3 forms) to Studio (25 forms) takes a minute.', { product: 'harbor' })).toEqual(
      [],
    );
  });
  it('Agency is for a studio with 10 forms.', () => {
    expect(claimsOf('Agency is for a studio with 10 forms.', { product: 'harbor' })).toEqual([]);
  });
  it('Studio customers run 12 forms on average.', () => {
    expect(claimsOf('Studio customers run 12 forms on average.', { product: 'harbor' })).toEqual([]);
  });
});

describe('numbers that nobody can be sure of', () => {
  it('Community has been tested with 500 monitored systems.', () => {
    expect(claimsOf('Community has been tested with 500 monitored systems.')).toEqual([
      '1:1+52 ?community_v6: monitored_systems = 500 system',
    ]);
  });
  it('Relay keeps metric history for 14 days, and backups for 30 days.', () => {
    expect(claimsOf('Relay keeps metric history for 14 days, and backups for 30 days.')).toEqual([
      '1:1+38 relay_v6: history = 14 day',
      '1:1+63 ?relay_v6: history = 30 day',
    ]);
  });
  it('The relay in your rack has 14 days of history.', () => {
    expect(claimsOf('The relay in your rack has 14 days of history.')).toEqual(['1:28+7 ?nobody: history = 14 day']);
  });
});

describe('plan names inside other names', () => {
  it('Pro tip: keep 30 days of metric history.', () => {
    expect(claimsOf('Pro tip: keep 30 days of metric history.')).toEqual([]);
  });
  it('The Relay server keeps 3 days of metric history in its cache.', () => {
    expect(claimsOf('The Relay server keeps 3 days of metric history in its cache.')).toEqual([]);
  });
  it('Ask in the Community forum, which keeps 10 years of history.', () => {
    expect(claimsOf('Ask in the Community forum, which keeps 10 years of history.')).toEqual([]);
  });
});

describe('plan names inside other names, elsewhere', () => {
  it("Typeform's Studio has 100 forms.", () => {
    expect(claimsOf("Typeform's Studio has 100 forms.", { product: 'harbor' })).toEqual([]);
  });
  it('You can open it in Visual Studio with 3 forms.', () => {
    expect(claimsOf('You can open it in Visual Studio with 3 forms.', { product: 'harbor' })).toEqual([]);
  });
});
