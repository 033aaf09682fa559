/** The manifest of the package goes in; its version comes out. */
import manifest from '../package.json' with { type: 'json' };

export const VERSION: string = manifest.version;
