/** The place of an organisation in the seeds enters; a name that no other one bears leaves. */

const TREES = ['Alder', 'Birch', 'Cedar', 'Dogwood', 'Elm', 'Fir', 'Hazel', 'Juniper', 'Larch', 'Maple', 'Rowan'];
const TRADES = ['Works', 'Systems', 'Labs', 'Networks', 'Hosting', 'Data', 'Clinic', 'Press', 'Foods', 'Optics'];

export function organisationName(index: number): string {
  const tree = TREES[index % TREES.length];
  const trade = TRADES[Math.floor(index / TREES.length) % TRADES.length];
  const round = Math.floor(index / (TREES.length * TRADES.length));
  return round === 0 ? `${tree} ${trade}` : `${tree} ${trade} ${round + 1}`;
}
