/** The path of what `planproof generate` printed as docs-data goes in; an Astro integration, for whose pages the components are typed by it, comes out. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface PlanproofOptions {
  /** The printed JSON, from the root of the site's project. */
  data: string;
}

/** What it needs of Astro's own type, so that it can be used with any version of it. */
interface Integration {
  name: string;
  hooks: {
    'astro:config:setup'(options: {
      config: { root: URL };
      updateConfig(config: object): unknown;
      addWatchFile(path: string): void;
    }): void;
    'astro:config:done'(options: {
      config: { root: URL };
      injectTypes(types: { filename: string; content: string }): unknown;
    }): void;
  };
}

const MODULE = 'virtual:planproof';
const RESOLVED = `\0${MODULE}`;

/** `integrations: [planproof({ data: 'src/plans.gen.json' })]`. A missing file fails the build. */
export function planproof({ data }: PlanproofOptions): Integration {
  const pathFrom = (root: URL) => resolve(fileURLToPath(root), data).replaceAll('\\', '/');
  return {
    name: 'planproof',
    hooks: {
      'astro:config:setup'({ config, updateConfig, addWatchFile }) {
        const path = pathFrom(config.root);
        addWatchFile(path);
        const plugin = {
          name: MODULE,
          resolveId: (id: string) => (id === MODULE ? RESOLVED : undefined),
          load: (id: string) => (id === RESOLVED ? `export { default } from ${JSON.stringify(path)};` : undefined),
        };
        // The components are shipped as source, and only a module that Vite looks at may import a virtual one.
        updateConfig({ vite: { plugins: [plugin], ssr: { noExternal: ['planproof'] } } });
      },
      'astro:config:done'({ config, injectTypes }) {
        injectTypes({ filename: 'planproof.d.ts', content: typesOf(readData(pathFrom(config.root))) });
      },
    },
  };
}

type Printed = Record<'plans' | 'capabilities' | 'limits', object>;

function readData(path: string): Printed {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Printed;
  } catch {
    throw new Error(`planproof: ${path} is no JSON that \`planproof generate\` printed as docs-data.`);
  }
}

/** Every name as a type of its own, so that a misspelt one does not compile. */
function typesOf({ plans, capabilities, limits }: Printed): string {
  const names = (of: object) =>
    Object.keys(of)
      .map((name) => JSON.stringify(name))
      .join(' | ') || 'never';
  return `declare module '${MODULE}' {
  interface Plan {
    name: string;
    offered: boolean;
    price: Record<string, string>;
    values: Record<string, string>;
    has: string[];
  }
  const data: {
    plans: Record<${names(plans)}, Plan>;
    capabilities: Record<${names(capabilities)}, { name: string }>;
    limits: Record<${names(limits)}, { name: string }>;
  };
  export default data;
}
`;
}
