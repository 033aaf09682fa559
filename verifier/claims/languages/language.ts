/** What a language has to tell so that the one grammar of claims can read it: its words, each with the English that does the same work. */

export interface Language {
  /**
   * Phrases in lower case, words parted by one blank, and what stands for them; the longest that fits wins, and names of
   * the matrix win over phrases of their own length. A phrase with ` …` behind it counts only where its part of the sentence
   * ends: "die Tarife enthalten" is not "sind enthalten". Word order stays, so an English word is chosen for its role.
   */
  phrases: Readonly<Record<string, string>>;
  /** Endings that inflect a noun, longest first: "Formularen" is "Formulare". */
  endings: readonly string[];
  /** The marks in numbers: 1.000 and 9,99. */
  numbers: { group: string; decimal: string };
}
