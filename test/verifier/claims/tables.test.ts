/** Stories: plans as columns, as rows, and as the page around. Each lists every claim that is read, and nothing else is. */
import { describe, expect, it } from 'vitest';
import { claimsOf } from './claims-of.ts';

describe('plans as columns', () => {
  it('names with a badge, or with a button below them', () => {
    const head = '| Feature | Community Get started | Relay Most popular | Pro Start free trial |';
    expect(claimsOf([head, '|---|---|---|---|', '| Audit log | N | N | Y |'].join('\n'))).toEqual([
      '3:15+1 community_v6: audit_logging = excluded',
      '3:19+1 relay_v6: audit_logging = excluded',
      '3:23+1 pro_v6: audit_logging = included',
    ]);
  });
  it('ticks, durations and prices', () => {
    expect(
      claimsOf(
        [
          '| Feature | Community | Relay | Pro | Cloud |',
          '|---|---|---|---|---|',
          '| Audit log | N | N | Y | Y* |',
          '| Metric history | 7d | 14d | 90d | |',
          '| Metric history (days) | 7 | 14 | 90 | |',
          '| Manual patrol runs | 1/hour | 1/hour | ∞ | |',
          '| Monthly price | $0 | $4.99 | $8.99 | |',
          '| Price per year | Free | 39 USD | $79 | |',
        ].join('\n'),
      ),
    ).toEqual([
      '3:15+1 community_v6: audit_logging = excluded',
      '3:19+1 relay_v6: audit_logging = excluded',
      '3:23+1 pro_v6: audit_logging = included',
      '4:20+2 community_v6: history = 7 day',
      '4:25+3 relay_v6: history = 14 day',
      '4:31+3 pro_v6: history = 90 day',
      '5:27+1 community_v6: history = 7 day',
      '5:31+2 relay_v6: history = 14 day',
      '5:36+2 pro_v6: history = 90 day',
      '6:24+6 community_v6: manual_patrol_runs = 1 run per hour',
      '6:33+6 relay_v6: manual_patrol_runs = 1 run per hour',
      '6:42+1 pro_v6: manual_patrol_runs = unlimited',
      '7:19+2 community_v6: month price = 0 USD',
      '7:24+5 relay_v6: month price = 499 USD',
      '7:32+5 pro_v6: month price = 899 USD',
      '8:20+4 community_v6: any price = 0 USD',
      '8:27+6 relay_v6: year price = 3900 USD',
      '8:36+3 pro_v6: year price = 7900 USD',
    ]);
  });
  it('prices in the heads', () => {
    expect(
      claimsOf(
        ['| | Relay ($4.99/mo) | Pro ($8.99/mo) |', '|---|---|---|', '| Push notifications | ✓ | ✓ |'].join('\n'),
      ),
    ).toEqual([
      '1:5+15 relay_v6: month price = 499 USD',
      '1:24+13 pro_v6: month price = 899 USD',
      '3:24+1 relay_v6: push_notifications = included',
      '3:28+1 pro_v6: push_notifications = included',
    ]);
  });
  it('rows of something else', () => {
    expect(
      claimsOf(
        [
          '| | Community | Relay | Pro |',
          '|---|---|---|---|',
          '| Support | 14 days | 7 days | 1 day |',
          '| Audit log retention | – | – | 90 days |',
          '| Monthly active users | $1 | $2 | $3 |',
        ].join('\n'),
      ),
    ).toEqual([]);
  });
  it('dated rows', () => {
    expect(
      claimsOf(['| Date | Community | Relay |', '|---|---|---|', '| Metric history | 7 days | 10 days |'].join('\n')),
    ).toEqual([]);
  });
});

describe('plans as rows', () => {
  it('every kind of column', () => {
    expect(
      claimsOf(
        [
          '| Plan | Monthly | Yearly | History | Systems | Audit log |',
          '|---|---|---|---|---|---|',
          '| Community | $0 | $0 | 7 days | Unlimited | ❌ |',
          '| Pro | $8.99 | $79 | 90 days | Unlimited | ✅ |',
          '| **Total** | $8.99 | $79 | | | |',
        ].join('\n'),
      ),
    ).toEqual([
      '3:15+2 community_v6: month price = 0 USD',
      '3:20+2 community_v6: year price = 0 USD',
      '3:25+6 community_v6: history = 7 day',
      '3:34+9 community_v6: monitored_systems = unlimited',
      '3:46+1 community_v6: audit_logging = excluded',
      '4:9+5 pro_v6: month price = 899 USD',
      '4:17+3 pro_v6: year price = 7900 USD',
      '4:23+7 pro_v6: history = 90 day',
      '4:33+9 pro_v6: monitored_systems = unlimited',
      '4:45+1 pro_v6: audit_logging = included',
    ]);
  });
  it('words in the cells', () => {
    expect(
      claimsOf(
        ['| Plan | It adds |', '|---|---|', '| Relay | Remote access, mobile pairing and push notifications |'].join(
          '\n',
        ),
      ),
    ).toEqual([
      '3:11+13 relay_v6: relay = included',
      '3:26+14 relay_v6: mobile_app = included',
      '3:45+18 relay_v6: push_notifications = included',
    ]);
  });
  it('labelled words in the cells', () => {
    expect(
      claimsOf(
        [
          '| Plan | Limits |',
          '|---|---|',
          '| Cloud Starter | Metric history: 90 days; Manual patrol runs: Unlimited; Client workspaces: 1 client workspace |',
        ].join('\n'),
      ),
    ).toEqual([
      '3:35+7 cloud_starter: history = 90 day',
      '3:64+9 cloud_starter: manual_patrol_runs = unlimited',
      '3:94+18 cloud_starter: workspaces = 1 workspace',
    ]);
  });
  it('names with brackets', () => {
    expect(claimsOf(['| Name | Metric history |', '|---|---|', '| Pro (Annual) | 90 days |'].join('\n'))).toEqual([
      '3:18+7 pro_annual_v6: history = 90 day',
    ]);
  });
  it('old and new prices', () => {
    expect(
      claimsOf(['| Plan | Old price | Price per month |', '|---|---|---|', '| Pro | $9 | $8.99 |'].join('\n')),
    ).toEqual(['3:14+5 pro_v6: month price = 899 USD']);
  });
  it('a table of versions', () => {
    expect(claimsOf(['| Plan | Version | Price per month |', '|---|---|---|', '| Pro | v5 | $9 |'].join('\n'))).toEqual(
      [],
    );
  });
});

describe("the page's plan", () => {
  it('a small table under a heading', () => {
    expect(
      claimsOf(
        [
          '## Relay',
          '',
          '| Feature | |',
          '|---|---|',
          '| Metric history | 14 days |',
          '| Audit log | – |',
          '| Price | $4.99/month or $39/year |',
        ].join('\n'),
      ),
    ).toEqual([
      '5:20+7 relay_v6: history = 14 day',
      '6:15+1 relay_v6: audit_logging = excluded',
      '7:11+11 relay_v6: month price = 499 USD',
      '7:26+8 relay_v6: year price = 3900 USD',
    ]);
  });
  it('a table without a head of its own', () => {
    expect(
      claimsOf(['## Relay', '', '| Metric history | 14 days |', '|---|---|', '| Push notifications | ✓ |'].join('\n')),
    ).toEqual(['3:20+7 relay_v6: history = 14 day', '5:24+1 relay_v6: push_notifications = included']);
  });
  it('columns that promise nothing', () => {
    expect(
      claimsOf(
        [
          '## Relay',
          '',
          '| Setting | Default | Example |',
          '|---|---|---|',
          '| Metric history | 7 days | 30 days |',
        ].join('\n'),
      ),
    ).toEqual([]);
  });
});

describe('what is in use', () => {
  it('a column of use', () => {
    expect(
      claimsOf(['| Limit | Included | In use |', '|---|---|---|', '| Forms | 25 | 3 forms |'].join('\n'), {
        product: 'harbor',
        own: 'studio-2024',
      }),
    ).toEqual(['3:11+2 own: forms = 25 form']);
  });
  it('used and left', () => {
    expect(
      claimsOf(
        ['| Limit | Included | Used | Remaining |', '|---|---|---|---|', '| Team members | 5 | 3 | 2 |'].join('\n'),
        { product: 'harbor', own: 'studio-2024' },
      ),
    ).toEqual(['3:18+1 own: team_members = 5 member']);
  });
  it('a row of use', () => {
    expect(
      claimsOf(
        ['| | Forms | Team members |', '|---|---|---|', '| Included | 25 | 5 |', '| In use | 3 | 1 |'].join('\n'),
        { product: 'harbor', own: 'studio-2024' },
      ),
    ).toEqual(['3:14+2 own: forms = 25 form', '3:19+1 own: team_members = 5 member']);
  });
});

describe("counts that are not the limit's", () => {
  it('narrowed by another word', () => {
    expect(
      claimsOf(
        [
          '| | Hobby | Studio | Agency |',
          '|---|---|---|---|',
          '| Form templates | 10 | 50 | 200 |',
          '| Forms (archived) | 10 | 50 | 200 |',
          '| Extra team member | – | €5/month | €4/month |',
          '| Webhook retries | 3 | 5 | 10 |',
          '| Team members included | 1 | up to 5 | 20 |',
        ].join('\n'),
        { product: 'harbor' },
      ),
    ).toEqual([
      '7:27+1 hobby-2024: team_members = 1 member',
      '7:37+1 studio-2024: team_members = at most 5 member',
      '7:41+2 agency-2024: team_members = 20 member',
    ]);
  });
});

describe('tables of a page', () => {
  it('a definition list', () => {
    expect(
      claimsOf('<dl><dt>Hobby</dt><dd>3 forms</dd><dt>Studio</dt><dd>25 forms</dd><dd>€19 per month</dd></dl>', {
        product: 'harbor',
        html: true,
      }),
    ).toEqual([
      'dl > dd:nth-of-type(1) «3 forms» hobby-2024: forms = 3 form',
      'dl > dd:nth-of-type(2) «25 forms» studio-2024: forms = 25 form',
      'dl > dd:nth-of-type(3) «€19 per month» studio-2024: month price = 1900 EUR',
    ]);
  });
  it('two head rows, a group row and a spanning cell', () => {
    expect(
      claimsOf(
        '<table><thead><tr><th rowspan="2">Feature</th><th colspan="3">Plans</th></tr><tr><th>Hobby</th><th>Studio</th><th>Agency</th></tr></thead><tbody><tr><th colspan="4">Limits</th></tr><tr><td>Forms</td><td>3</td><td>25</td><td>Unlimited</td></tr><tr><td>File uploads</td><td colspan="3">Included</td></tr></tbody></table>',
        { product: 'harbor', html: true },
      ),
    ).toEqual([
      'table > tbody > tr:nth-of-type(2) > td:nth-of-type(2) «3» hobby-2024: forms = 3 form',
      'table > tbody > tr:nth-of-type(2) > td:nth-of-type(3) «25» studio-2024: forms = 25 form',
      'table > tbody > tr:nth-of-type(2) > td:nth-of-type(4) «Unlimited» agency-2024: forms = unlimited',
      'table > tbody > tr:nth-of-type(3) > td:nth-of-type(2) «Included» hobby-2024: file_uploads = included',
      'table > tbody > tr:nth-of-type(3) > td:nth-of-type(2) «Included» studio-2024: file_uploads = included',
      'table > tbody > tr:nth-of-type(3) > td:nth-of-type(2) «Included» agency-2024: file_uploads = included',
    ]);
  });
  it('no head at all', () => {
    expect(
      claimsOf(
        '<table><tr><th>Plan</th><td>Hobby</td><td>Studio</td></tr><tr><th>Forms</th><td>3</td><td>25</td></tr></table>',
        { product: 'harbor', html: true },
      ),
    ).toEqual([
      'table > tr:nth-of-type(2) > td:nth-of-type(1) «3» hobby-2024: forms = 3 form',
      'table > tr:nth-of-type(2) > td:nth-of-type(2) «25» studio-2024: forms = 25 form',
    ]);
  });
  it('icons that are spoken', () => {
    expect(
      claimsOf(
        '<table><tr><td></td><td>Hobby</td><td>Studio</td></tr><tr><td>Webhooks</td><td><span aria-hidden="true">✓</span><span class="sr-only">Not included</span></td><td><i class="check"></i></td></tr><tr><td>File uploads</td><td><img alt="Included" src="y.svg"></td><td><svg role="img"><title>Included</title></svg></td></tr></table>',
        { product: 'harbor', html: true },
      ),
    ).toEqual([
      'table > tr:nth-of-type(2) > td:nth-of-type(2) «Not included» hobby-2024: webhooks = excluded',
      'table > tr:nth-of-type(3) > td:nth-of-type(2) «Included» hobby-2024: file_uploads = included',
      'table > tr:nth-of-type(3) > td:nth-of-type(3) «Included» studio-2024: file_uploads = included',
    ]);
  });
  it('a table that only lays out', () => {
    expect(
      claimsOf(
        '<table><tr><td><table><tr><th>Plan</th><th>Forms</th></tr><tr><td>Studio</td><td>25</td></tr></table></td></tr></table>',
        { product: 'harbor', html: true },
      ),
    ).toEqual(['table > tr > td > table > tr:nth-of-type(2) > td:nth-of-type(2) «25» studio-2024: forms = 25 form']);
  });
  it('hidden, struck and unclosed', () => {
    expect(
      claimsOf(
        '<h2>Studio</h2><p hidden>3 forms<p><del>4 forms</del><ul><li>25 forms<li><s>Remove branding</s><li>Webhooks</ul><script>"Studio has 9 forms"</script><template><p>9 forms</p></template>',
        { product: 'harbor', html: true },
      ),
    ).toEqual([
      'ul > li:nth-of-type(1) «25 forms» studio-2024: forms = 25 form',
      'ul > li:nth-of-type(3) «Webhooks» studio-2024: webhooks = included',
    ]);
  });
  it('roles in place of elements', () => {
    expect(
      claimsOf(
        '<div role="table"><div role="row"><span role="columnheader">Plan</span><span role="columnheader">Forms</span></div><div role="row"><span role="rowheader">Studio</span><span role="cell">25</span></div></div>',
        { product: 'harbor', html: true },
      ),
    ).toEqual(['div > div:nth-of-type(2) > span:nth-of-type(2) «25» studio-2024: forms = 25 form']);
  });
});

describe('the page of whoever is signed in', () => {
  it('what is included and what is in use', () => {
    expect(
      claimsOf(
        '<nav><ul><li>Audit log</li><li>Push notifications<span class="unseen"> (not included)</span></li></ul></nav><main><table><thead><tr><th>Limit</th><th>Included</th><th>In use</th></tr></thead><tr><th scope="row">Monitored systems</th><td>Unlimited</td><td>3 systems</td></tr><tr><th scope="row">Manual patrol runs</th><td>Unlimited</td><td>0 in the last hour</td></tr></table><ul><li>Role-Based Access Control (RBAC)</li><li>Core SSO (OIDC/SAML)</li><li>PDF/CSV Reporting</li></ul></main><footer>3 systems</footer>',
        { html: true, own: 'pro_v6' },
      ),
    ).toEqual([
      'nav > ul > li:nth-of-type(2) «Push notifications» own: push_notifications = excluded',
      'main > table > tr:nth-of-type(1) > td:nth-of-type(1) «Unlimited» own: monitored_systems = unlimited',
      'main > table > tr:nth-of-type(2) > td:nth-of-type(1) «Unlimited» own: manual_patrol_runs = unlimited',
      'main > ul > li:nth-of-type(1) «Role-Based Access Control (RBAC» own: rbac = included',
      'main > ul > li:nth-of-type(2) «Core SSO (OIDC/SAML» own: sso = included',
      'main > ul > li:nth-of-type(3) «PDF/CSV Reporting» own: advanced_reporting = included',
      'footer «3 systems» ?nobody: monitored_systems = 3 system',
    ]);
  });
});
