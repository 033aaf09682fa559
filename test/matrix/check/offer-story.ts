/** What a story of an offer states goes in; its whole file comes out, so that a story holds little more than what it is about. */
import type { Story } from './stories.ts';

/** Eleven lines that every story opens with, so that its own lines count from 12. */
const FERRY = `planproof: 1
product: Ferry
units: { seat: { one: seat, other: seats }, call: { one: call, other: calls } }
capabilities:
  audit: { name: Audit log }
  sso: { name: Single sign-on }
  help: { name: Support }
limits:
  seats: { name: Seats, unit: seat }
  checks: { name: Time between checks, unit: minute }
meters: { calls: { name: API calls, unit: call } }
`;

export const story = (rule: string, name: string, text: string, ...finds: string[]): Story => ({
  rule,
  name,
  text: FERRY + text,
  finds,
});

/** Two plans, each as the rest of its line states it. */
export const two = (solo: string, crew: string) =>
  `plans:\n  solo: { name: Solo, version: solo_v1, ${solo} }\n  crew: { name: Crew, version: crew_v1, ${crew} }\n`;

/** One plan with this price. */
export const priced = (price: string) => `plans:\n  solo: { name: Solo, version: solo_v1, price: { ${price} } }\n`;

/** Two plans and these add-ons. */
export const addons = (...lines: string[]) =>
  `${two('has: [audit], limits: { seats: unlimited }', 'has: [audit, sso], limits: { seats: 5 }')}addons:\n${lines.map((line) => `  ${line}\n`).join('')}`;

export const words = (...lines: string[]) =>
  `${two('has: []', 'has: []')}words:\n${lines.map((line) => `  ${line}\n`).join('')}`;
