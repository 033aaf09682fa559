/** What the command line says of a waiver goes in; owner, reason and last day come out, or a `Failure` that says what is missing. */
import { Failure } from '../failure.ts';
import { today } from '../today.ts';

export interface Waive {
  /** Of the finding. */
  key: string;
  owner?: string | undefined;
  until?: string | undefined;
  reason?: string | undefined;
}

/** `date` is the judging date, `YYYY-MM-DD`: a waiver that is over on it would waive nothing. */
export function waiveWords(
  { key, owner, until, reason }: Waive,
  date: string,
): { owner: string; until: string; reason: string } {
  const missing = Object.entries({ owner, until, reason }).flatMap(([name, words]) =>
    words?.trim() ? [] : [`--${name}`],
  );
  if (missing.length || !owner || !until || !reason)
    throw new Failure(
      `A waiver needs ${missing.join(', ')}: write \`planproof check --waive ${key} --owner WHO --until YYYY-MM-DD --reason WHY\`.`,
    );
  if (today(until, '--until') < date) throw new Failure(`\`--until ${until}\` is over on ${date}: name a later day.`);
  return { owner: owner.trim(), until, reason: reason.trim() };
}
