/** A product's name goes in; a small matrix and a configuration that are valid as they stand come out. */

/** What makes editors explain a file, as comments: for the YAML language server, then for JetBrains. */
export function schemaLines(name: 'config' | 'entitlements' | 'waivers'): string[] {
  const path = `node_modules/planproof/dist/${name}.schema.json`;
  return [`yaml-language-server: $schema=${path}`, `$schema: ${path}`];
}

export const FIRST_CONFIG = `# ${schemaLines('config').join('\n# ')}
planproof: 1
matrix: entitlements.yaml

surfaces:
  # Every Markdown file in which plans are described. \`planproof check\` reads them.
  - id: docs
    kind: docs
    files: [README.md]
`;

export function firstMatrix(product: string): string {
  return `# ${schemaLines('entitlements').join('\n# ')}
# What each plan promises. Replace the examples by your plans, then run \`planproof check\`.
planproof: 1
level: copy
product: ${JSON.stringify(product)}
currency: USD

units:
  seat: { one: seat, other: seats }

capabilities:
  audit_log: { name: Audit log }
  single_sign_on: { name: Single sign-on, also: [SSO] }

limits:
  seats: { name: Seats, unit: seat }

plans:
  free:
    name: Free
    version: free_1
    price: free
    has: []
    limits: { seats: 2 }
  team:
    name: Team
    version: team_1
    everything_in: free
    price: { USD: { month: 12, year: 120 } }
    has: [audit_log, single_sign_on]
    limits: { seats: 25 }
`;
}
