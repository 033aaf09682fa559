/** `npm run bench:browser`: the number of rounds goes in, one when left out; what 200 checks in a browser take comes out. */
import { browserChecks } from './browser-checks.ts';
import { tellMeasured } from './tell-measured.ts';

tellMeasured(await browserChecks(Number(process.argv[2] ?? 1)));
