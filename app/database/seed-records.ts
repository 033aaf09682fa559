/** A database with organisations enters; believable records stand in each of them when this leaves. */

import { type Kysely, sql } from 'kysely';
import type { Schema } from './schema.ts';

// Enough for the longest history that a plan may show, and some more, so that a limit and not the data is what ends it.
const HISTORY_DAYS = 400;

/** One of the organisation's own systems: nothing on a page speaks of a system that is not there. */
const OWN_SYSTEM = `(
  select s.name from system s where s.organisation_id = o.id order by s.id offset n % 2 limit 1)`;

/**
 * Each list is one `insert ... select` over all organisations. `n` counts the rows of one organisation from 1, `k` is
 * the place in the list of words; both follow from the organisation's id, so every run seeds the same.
 */
const LISTS: readonly string[] = [
  rows('system', 'name, kind, status, created_at', 2, [
    word('pve-main', 'docker-edge', 'k3s-lab', 'nas-vault', 'pbs-backup', 'web-front'),
    word('Proxmox VE', 'Docker', 'Kubernetes', 'TrueNAS', 'Proxmox Backup Server', 'Linux host'),
    "case when (o.id + n) % 5 = 0 then 'needs attention' else 'healthy' end",
    ago(40, 'days'),
  ]),
  rows('alert', 'title, system, severity, since', 2, [
    word('Backup older than planned', 'Disk filling up', 'Container update available', 'Certificate expires soon'),
    OWN_SYSTEM,
    word('warning', 'critical', 'notice', 'warning'),
    ago(5, 'hours'),
  ]),
  rows('relay_connection', 'name, region, round_trip_ms, connected_at', 3, [
    word("Ada's phone", 'Office tablet', "Linus's laptop", 'On-call phone', 'Workshop screen'),
    word('Frankfurt', 'Ashburn', 'Singapore', 'Dublin', 'Toronto'),
    '18 + (o.id * 7 + n * 13) % 60',
    ago(3, 'hours'),
  ]),
  rows('push_target', 'phone, delivered, paired_at', 2, [
    word('Pixel 9', 'iPhone 16', 'Fairphone 6', 'Galaxy S25'),
    '40 + (o.id * 11 + n * 29) % 200',
    ago(21, 'days'),
  ]),
  rows('agent_profile', 'name, applies_to, every_seconds, changed_at', 3, [
    word('Quiet nights', 'Storage first', 'Edge hosts', 'Everything'),
    word('Linux hosts', 'NAS and backup', 'Docker hosts', 'All systems'),
    '15 * n',
    ago(9, 'days'),
  ]),
  rows('role', 'name, may, people', 3, [
    word('Operations', 'Help desk', 'Auditor', 'Build team'),
    word('See and change everything', 'Silence alerts', 'Read everything', 'Change agent profiles'),
    '1 + (o.id + n) % 4',
  ]),
  rows('sso_provider', 'name, protocol, domain, added_at', 2, [
    word('Keycloak', 'Authentik', 'Zitadel', 'Dex'),
    word('OIDC', 'SAML'),
    word('office.example', 'field.example', 'lab.example'),
    ago(90, 'days'),
  ]),
  rows('audit_entry', 'at, actor, action, target', 8, [
    ago(7, 'hours'),
    word('Ada Byron', 'Linus Berg', 'Grace Moreau', 'Pulse Patrol'),
    word('Changed a threshold', 'Silenced an alert', 'Restarted a service', 'Added the system'),
    OWN_SYSTEM,
  ]),
  rows('report', 'title, format, covers, made_at', 3, [
    word('Availability', 'Capacity', 'Backups', 'Patch level'),
    word('PDF', 'CSV'),
    word('Last week', 'Last month', 'Last quarter'),
    ago(6, 'days'),
  ]),
  rows('probe', 'target, location, response_ms, checked_at', 3, [
    word('https://shop.example', 'https://status.example', 'tcp://mail.example:993', 'https://files.example'),
    word('Frankfurt', 'Ashburn', 'Singapore'),
    '35 + (o.id * 5 + n * 17) % 120',
    ago(2, 'minutes'),
  ]),
  rows('patrol_fix', 'problem, fix, system, verified_at', 3, [
    word('Log volume was full', 'Container kept restarting', 'Clock had drifted', 'Backup job was stuck'),
    word('Rotated old logs', 'Raised its memory limit', 'Restarted time sync', 'Released the lock and ran it'),
    OWN_SYSTEM,
    ago(31, 'hours'),
  ]),
  rows('client', 'name, contact, since', 2, [
    word('Harbour Dental', 'Ninety Mile Bakery', 'Old Town Legal', 'Kestrel Joinery'),
    word('Mira Holt', 'Tom Ives', 'Ines Carvalho', 'Per Lind'),
    ago(60, 'days'),
  ]),
];

const METRICS = `
  insert into metric_point (organisation_id, at, cpu, memory)
  select o.id, date_trunc('day', timestamptz $now) - make_interval(days => n),
    38 + 14 * sin((n + o.id) / 4.3) + 6 * sin(n * 1.7 + o.id),
    57 + 9 * sin((n + o.id) / 19.0) + 2 * sin(n * 2.3)
  from organisation o, generate_series(0, ${HISTORY_DAYS - 1}) n`;

export async function seedRecords(database: Kysely<Schema>, now: Date): Promise<void> {
  const moment = `'${now.toISOString()}'`;
  const statements = [...LISTS, METRICS].join(';\n').replaceAll('$now', moment);
  await sql.raw(statements).execute(database);
}

function rows(table: string, columns: string, count: number, values: readonly string[]): string {
  return `insert into ${table} (organisation_id, ${columns})
    select o.id, ${values.join(', ')} from organisation o, generate_series(1, ${count}) n order by o.id, n`;
}

function word(...words: readonly string[]): string {
  const quoted = words.map((text) => `'${text.replaceAll("'", "''")}'`).join(', ');
  return `(array[${quoted}])[1 + (o.id + n) % ${words.length}]`;
}

/** The n-th row stands n times that span before now. */
function ago(count: number, unit: 'minutes' | 'hours' | 'days'): string {
  return `timestamptz $now - n * interval '${count} ${unit}'`;
}
