/** The id of a rule, and the page about it where there is one, go in; what it finds and how to mend that come out. */

export interface RuleHelp {
  /** One sentence. */
  finds: string;
  mend: string;
}

const COPY = 'Correct the copy; or, if it says what customers shall get, change the matrix.';
const PRODUCT = 'Enforce what was sold; or, if the product is right, change the matrix.';
const PRINT = 'Run `planproof generate` and commit what it writes.';

/** Rules about what was seen. Rules about the matrix itself have a page each. */
export const RULE_HELP: Readonly<Record<string, RuleHelp>> = {
  'price/retired': { finds: 'Copy asks a price again that the matrix has retired.', mend: COPY },
  'price/differs': { finds: 'Copy states another price than the matrix.', mend: COPY },
  'limit/differs': { finds: 'Copy states another amount, unit or period of a limit than the matrix.', mend: COPY },
  'capability/differs': { finds: 'Copy says that a plan has what it lacks, or lacks what it has.', mend: COPY },
  'plan/differs': { finds: 'Copy says that a plan holds everything in another, and it does not.', mend: COPY },
  'card/differs': { finds: 'Copy and matrix differ on whether a trial asks for a card.', mend: COPY },
  'period/differs': { finds: 'Copy states another length of a trial or grace period than the matrix.', mend: COPY },
  'name/differs': { finds: 'Copy gives a key another name than the matrix.', mend: COPY },
  'name/retired': { finds: 'Copy says a name that nothing bears any more.', mend: COPY },
  'phrase/forbidden': {
    finds: 'Copy says what the matrix says never to say.',
    mend: 'Say what the matrix says to say instead.',
  },
  'phrase/missing': {
    finds: 'Words that must stand in a document do not stand there.',
    mend: 'Write them there; or take the document out of `must_say`.',
  },
  'key/leaked': {
    finds: 'Copy shows the key or name of something internal.',
    mend: 'Take it out; or, if it is sold, make its audience public in the matrix.',
  },
  'ignore/unexplained': {
    finds: 'A sentence is left out of the check, and nobody says why.',
    mend: 'Write the reason: `<!-- planproof-ignore: why -->`.',
  },
  'ignore/unused': {
    finds: 'What is left out of the check claims nothing.',
    mend: 'Take the comment out, or put it right before the sentence that it is for.',
  },
  'copy/contradicts': {
    finds: 'Two documents say different things of which the matrix says nothing.',
    mend: 'State it in the matrix, then correct the copy that is wrong.',
  },
  'copy/enforced-differently': {
    finds: 'Copy says one thing and the product does another, of which the matrix says nothing.',
    mend: 'State it in the matrix, then correct what is wrong: the copy or the product.',
  },
  'claim/ungated': {
    finds: 'Copy says who has something that no gate in the matrix refuses to anybody.',
    mend: 'Add its gate to the matrix; or say under `ungated` why the product refuses it to nobody.',
  },
  'claim/guessed': {
    finds: 'Words that probably speak of a fact would say it wrong if they do.',
    mend: 'Name the plan in the same sentence, and correct what is wrong; nothing to do where something else is meant.',
  },
  'fact/unpublished': {
    finds: 'A surface does not state what it has to state.',
    mend: 'State it there; or, if the surface need not, take it out of its `must_state`.',
  },
  'capability/unmentioned': {
    finds: 'Plans on offer have something that no copy speaks of.',
    mend: 'Say who has it where plans are described; or change its audience in the matrix.',
  },
  'capability/unenforced': {
    finds: 'The product gives a capability to somebody whose contract lacks it.',
    mend: PRODUCT,
  },
  'capability/withheld': {
    finds: 'The product refuses a capability to somebody whose contract holds it.',
    mend: PRODUCT,
  },
  'gate/differs': {
    finds: 'The matrix and the document that it takes gates from state one gate differently.',
    mend: 'State it in one of them, or alike in both.',
  },
  'gate/refuses-differently': {
    finds: 'A refusal that is right is answered with another status or code than declared.',
    mend: PRODUCT,
  },
  'limit/exceeds': { finds: 'The product allows more than the contract states.', mend: PRODUCT },
  'limit/falls-short': {
    finds: 'The product refuses, or warns, before the amount that was sold.',
    mend: 'Enforce the amount: it was sold. To sell less, make a new plan version.',
  },
  'request/forbidden': {
    finds: 'A page asks for something by itself that it must not ask for.',
    mend: 'Take the request out of the page; or, if it may be made, take it out of `must_not_request`.',
  },
  'page/differs-with-script': {
    finds: 'A page says one thing where scripts run and another where they do not.',
    mend: 'Let the server send what the script shows, or let the script leave it as it is.',
  },
  'limit/never-resets': {
    finds: 'The window of a rate is over, and the product still refuses.',
    mend: 'Count only what lies within the window; or correct the period in the matrix.',
  },
  'payload/disagrees': {
    finds: 'What a front end reads of a key is not what the product does at its gate.',
    mend: 'Make payload and gate ask the same evaluator.',
  },
  'usage/differs': {
    finds: 'The product shows another amount in use than was used.',
    mend: 'Count where it is shown by the rule that it is refused by.',
  },
  'role/unenforced': {
    finds: 'A role may do what the matrix offers to other roles only.',
    mend: 'Refuse the role there; or, if it shall have it, add it to the gate in the matrix.',
  },
  'role/withheld': {
    finds: 'A role is refused what the matrix offers it.',
    mend: 'Let the role through; or, if it shall not have it, take it out of the gate in the matrix.',
  },
  'tenant/leaks': {
    finds: 'One tenant can read or change what another one made.',
    mend: 'Look things up by tenant and id together, and answer 404 for those of others.',
  },
  'token/accepted': {
    finds: 'A request passes with a token that is none: altered, cut, unsigned, revoked, expired or missing.',
    mend: 'Verify signature, algorithm, end and revocation before anything else, and answer 401.',
  },
  'demo/reveals': {
    finds: 'A public demo answers what is for customers only.',
    mend: 'Answer 404 there: a demo names what it shows, and everything else is not there.',
  },
  'demo/sells': {
    finds: 'A page of a public demo names plans, prices for a period, trials, or words that it must never say.',
    mend: 'Leave it out where the demo is shown.',
  },
  'trial/answers-differently': {
    finds: 'Starting a trial is answered otherwise than configured.',
    mend: 'Answer as declared; or correct the configuration.',
  },
  'trial/not-rate-limited': {
    finds: 'A trial can be asked for as often as one likes, or the refusal does not say how long to wait.',
    mend: 'Limit how often it is asked for, and say in `Retry-After` when the next time is.',
  },
  'trial/starts-differently': {
    finds: 'Who may start a trial cannot, or has another contract or state than promised once it runs.',
    mend: 'Give what the matrix says under `trials`; or correct the matrix.',
  },
  'trial/lasts-differently': {
    finds: 'A trial ends, or is said to end, earlier or later than promised.',
    mend: 'End it after the length that is promised; or correct the matrix.',
  },
  'trial/starts-again': {
    finds: 'A second trial can be had, while the first runs or after it.',
    mend: 'Refuse a second one, or answer that the first goes on.',
  },
  'posture/differs': {
    finds: 'An organisation above its limit stands elsewhere than it has to after that time.',
    mend: 'Move it on after the time that is promised; or correct the configuration.',
  },
  'posture/acts-differently': {
    finds: 'Somebody above a limit may do what has to be refused by then, or may not do what has to go on.',
    mend: 'Refuse what is refused from then on, and nothing before; or correct configuration or matrix.',
  },
  'surface/unread': {
    finds: 'Something could not be looked at, so nothing is known about it.',
    mend: 'Make it readable and run again; or leave it out in the configuration, with a reason and an owner.',
  },
  'generated/modified': { finds: 'A printed file is not as printed from the matrix.', mend: PRINT },
  'generated/missing': { finds: 'A file that is printed from the matrix is not there.', mend: PRINT },
  'generated/stale': {
    finds: 'A file was printed from the matrix by an earlier run and is printed no more.',
    mend: PRINT,
  },
  'region/malformed': {
    finds: 'The marks of a printed region in a document are not as they have to be.',
    mend: 'Write one mark that begins the region and one that ends it.',
  },
  'config/unreadable': { finds: 'The configuration is no YAML.', mend: 'Write well-formed YAML.' },
  'config/malformed': {
    finds: 'The configuration has not the shape of its schema.',
    mend: 'Write what the finding says.',
  },
  'matrix/unreadable': { finds: 'The matrix is no YAML.', mend: 'Write well-formed YAML.' },
  'matrix/malformed': { finds: 'The matrix has not the shape of its schema.', mend: 'Write what the finding says.' },
  'waiver/expired': {
    finds: 'The last day of a waiver is over, and what it waives is still there.',
    mend: 'Mend what was found; or decide again, with a later day.',
  },
  'waiver/outdated': {
    finds: 'A waiver is for other values than are found now.',
    mend: 'Mend what was found; or decide again on what is found now.',
  },
  'waiver/unused': { finds: 'A waiver is about a finding that is made no more.', mend: 'Take the entry out.' },
  'waiver/repeated': { finds: 'Two waivers are about the same finding.', mend: 'Take one of them out.' },
  'waiver/unread': {
    finds: 'A waiver names what could not be looked at, which nobody can waive.',
    mend: 'Make it readable; or leave it out in the configuration, with a reason and an owner.',
  },
  'waiver/unreadable': { finds: 'The waiver file is no YAML.', mend: 'Write well-formed YAML.' },
  'waiver/malformed': {
    finds: 'The waiver file has not the shape of its schema.',
    mend: 'Write what the finding says.',
  },
  'baseline/vanished': {
    finds: 'The baseline lists a finding that is made no more.',
    mend: 'Run `planproof check --update-baseline` and commit what it takes out.',
  },
  'baseline/unreadable': { finds: 'The baseline is no JSON.', mend: 'Take the earlier file back.' },
  'baseline/malformed': { finds: 'The baseline has not the shape of its schema.', mend: 'Take the earlier file back.' },
};

/** `page`: Markdown whose first paragraph says what the rule finds. Never nothing, whatever the id. */
export function ruleHelp(id: string, page?: string): RuleHelp {
  const known = RULE_HELP[id];
  if (known) return known;
  const [, finds = '', , mend = ''] = (page ?? '').split(/\n{2,}/).map((part) => part.replace(/\s+/g, ' ').trim());
  if (finds) return { finds, mend: mend.startsWith('#') ? '' : mend };
  const [subject = id, verdict = 'found'] = id.split('/');
  return { finds: `Of ${subject}: ${verdict.replaceAll('-', ' ')}.`, mend: 'Write what the finding says.' };
}
