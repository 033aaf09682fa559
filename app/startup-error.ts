/** One sentence for a person enters: what was found and what to do; the entry prints it and exits with 2. */
export class StartupError extends Error {
  override readonly name = 'StartupError';
}
