/** Words from anywhere go in; the same words come out without characters that could steer a terminal or a reader's eye. */

/** C0 and C1 controls, and the marks that reorder or hide text. Tab and line feed stay. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const STEERING = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** Each of them becomes `‹U+202E›`; a carriage return before a line feed goes away. */
export function shownText(words: string): string {
  return words.replaceAll('\r\n', '\n').replace(STEERING, named);
}

function named(character: string): string {
  return `‹U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}›`;
}
