/** What the command line asks for goes in; the surfaces to look at come out, or a `Failure` that names what is not there. */
import { holdersOf } from '../../matrix/expect/enforced.ts';
import type { Matrix } from '../../matrix/types.ts';
import type { Config, SurfaceConfig } from '../../verifier/config/types.ts';
import { type Narrow, unknownIn } from '../../verifier/questions/narrow.ts';
import { Failure } from '../failure.ts';

/** All when `only` is empty. A slip of the hand is told before anything is started. */
export function chooseSurfaces(config: Config, only: readonly string[]): SurfaceConfig[] {
  const unknown = only.find((id) => !config.surfaces.some((surface) => surface.id === id));
  if (unknown)
    throw new Failure(
      `There is no surface \`${unknown}\`: write one of ${config.surfaces.map((one) => one.id).join(', ')}.`,
    );
  const chosen = config.surfaces.filter((surface) => !only.length || only.includes(surface.id));
  if (!chosen.length)
    throw new Failure('The configuration names no surface: add one under `surfaces:` in planproof.config.yaml.');
  return chosen;
}

export function refuseUnknown(narrow: Narrow, matrix: Matrix): void {
  const [unknown] = unknownIn(narrow, matrix, holdersOf(matrix));
  if (unknown)
    throw new Failure(
      `The matrix has no contract, state or gate for \`${unknown}\`: write \`--holder VERSION\`, \`--holder VERSION.STATE\`, \`--holder '*.STATE'\` or \`--key KEY\` of a gate.`,
    );
}
