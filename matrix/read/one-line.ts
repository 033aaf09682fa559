/** Words about a file, with pieces of it between backticks, go in; one short line that any terminal can show comes out. */

const LONGEST_PIECE = 100;
const LONGEST = 1000;

/** Breaks of lines; then control characters, marks that turn the direction of a line, and halves of characters. */
const BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
const UNSHOWN = /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/gu;

export function oneLine(words: string): string {
  const shown = shortened(words).replace(BREAKS, ' ').replace(UNSHOWN, '\uFFFD');
  return shown.length > LONGEST ? `${whole(shown, LONGEST)}….` : shown;
}

function shortened(words: string): string {
  if (words.length <= LONGEST_PIECE) return words;
  return words.replace(/`([^`]+)`/g, (quoted, piece: string) =>
    piece.length > LONGEST_PIECE ? `\`${whole(piece, LONGEST_PIECE)}…\`` : quoted,
  );
}

/** Cuts no character in half. */
function whole(words: string, length: number): string {
  return words.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
}
