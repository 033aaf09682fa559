/** What is going on goes in; one changing line on a terminal comes out, and nothing where nobody watches. */
const EVERY_MS = 100;

export function progress(): (words: string) => void {
  const { stderr } = process;
  if (!stderr.isTTY || process.env.CI) return () => {};
  let last = 0;
  return (words) => {
    if (words && Date.now() - last < EVERY_MS) return;
    last = Date.now();
    stderr.write(`\r\u001b[K${words.slice(0, (stderr.columns ?? 80) - 1)}`);
  };
}
