/** How pages of a site are read goes in; how to read some of them again, with pictures, comes out. */
import { type Again, idOf } from '../audit/confirm.ts';
import type { Pictures } from '../browse/page-evidence.ts';
import type { RenderedPages } from '../browse/rendered-pages.ts';
import type { Observation } from '../types.ts';

export interface PagesAgain {
  /** Reads these addresses anew. */
  read(addresses: readonly string[]): Promise<Observation[]>;
  rendered?: RenderedPages;
  pictures: Pictures;
}

export function siteAgain({ read, rendered, pictures }: PagesAgain): Again {
  return {
    // A twin is the same address in another form, which cannot be named.
    can: (one) => 'words' in one.about && addressOf(one) !== undefined && !addressOf(one)!.includes('#'),
    look: async (suspects) => {
      const ids = new Set(suspects.map(idOf));
      const addresses = [...new Set(suspects.map((one) => addressOf(one)!))].sort();
      const seen = (await read(addresses)).filter((one) => one.outcome.kind === 'unread' || ids.has(idOf(one)));
      const out: Observation[] = [];
      for (const address of addresses) {
        const here = seen.filter((one) => addressOf(one) === address && 'words' in one.about);
        out.push(...(rendered && here.length ? await rendered.picture(address, here, pictures) : here));
      }
      return out;
    },
  };
}

function addressOf({ at }: Observation): string | undefined {
  return at[0]?.kind === 'page' ? at[0].url : undefined;
}
