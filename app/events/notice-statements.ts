/** Nothing enters; the SQL that makes the database tell every process of the product what was added or ended leaves. */

import { TOPICS } from './topics.ts';

/**
 * Triggers, so that no writer can forget it; what is told arrives once the change is committed, in all processes.
 * A notice names rows by id and carries nothing else: who may see them is asked when it arrives.
 */
export function noticeStatements(): string[] {
  return [
    notifier(
      'tell_added',
      `json_build_object('topic', tg_table_name, 'organisation', new.organisation_id, 'id', new.id)`,
    ),
    notifier('tell_organisation', `json_build_object('organisation', new.id)`),
    notifier('tell_session', `json_build_object('session', old.id)`),
    ...TOPICS.map(
      ({ table }) => `create trigger tell after insert on ${table} for each row execute function tell_added()`,
    ),
    'create trigger tell after update on organisation for each row execute function tell_organisation()',
    'create trigger tell after delete on session for each row execute function tell_session()',
  ];
}

/** The channel of one schema: several products may share a database. */
export function noticeChannel(schema: string): string {
  return `pulse_notices_${schema}`;
}

function notifier(name: string, notice: string): string {
  return `create function ${name}() returns trigger language plpgsql as $$ begin
    perform pg_notify('${noticeChannel('')}' || tg_table_schema, ${notice}::text);
    return null;
  end $$`;
}
