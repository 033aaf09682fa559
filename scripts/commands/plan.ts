/** `planproof audit --plan`: every question that an audit would put, without starting or asking anything. */
import type { Matrix } from '../../matrix/types.ts';
import type { Config, SurfaceConfig } from '../../verifier/config/types.ts';
import { excludeWithoutAccount } from '../../verifier/holders/exclude-without-account.ts';
import { declaredFacts } from '../../verifier/questions/declared.ts';
import { limitBudgets } from '../../verifier/questions/limit-budgets.ts';
import { planAudit } from '../../verifier/questions/plan-audit.ts';
import { planReport } from '../../verifier/report/plan-terminal.ts';
import { Failure } from '../failure.ts';
import { inEnvironment } from '../holders/in-environment.ts';
import { reportProblems } from '../report-problems.ts';
import { chooseSurfaces, refuseUnknown } from '../surfaces/choose-surfaces.ts';
import { openAsked } from '../surfaces/open-asked.ts';
import { today } from '../today.ts';
import type { AuditOptions } from './audit.ts';

export type PlanOptions = Pick<AuditOptions, 'root' | 'json' | 'date' | 'only' | 'narrow' | 'formats' | 'env'>;

/** Gives the exit code: 2 when the matrix has errors, and nothing can be planned. */
export function plan({ root, json, date, only, narrow, formats = [], env }: PlanOptions): 0 | 2 {
  const other = formats.find((one) => one !== 'terminal' && one !== 'json');
  if (other) throw new Failure(`\`audit --plan\` has no format \`${other}\`: leave it out, or write \`--json\`.`);
  const asJson = json || formats.includes('json');
  const judged = today(date);
  const { config: written, matrix, problems } = openAsked(root, judged);
  reportProblems(root, problems, asJson ? console.error : console.log);
  if (!matrix) return 2;
  const config = inEnvironment(written, env);
  const surfaces = chooseSurfaces(config, only);
  refuseUnknown(narrow, matrix);
  for (const surface of surfaces) refuseUnstatable(matrix, surface);
  const planned = planAudit({
    matrix,
    matrixPath: config.matrix,
    date: judged,
    surfaces: surfaces.map((one) => withAccounts(matrix, config, one)),
    narrow,
    budgetsOf: (surface) => limitBudgets(matrix, surface),
  });
  process.stdout.write(
    asJson
      ? `${JSON.stringify(planned, null, 2)}\n`
      : planReport(planned, { color: Boolean(process.stdout.isTTY) && !process.env.NO_COLOR }),
  );
  return 0;
}

/** Who has no account is not asked. */
function withAccounts(matrix: Matrix, { holders = {} }: Config, surface: SurfaceConfig): SurfaceConfig {
  if (surface.kind === 'docs' || surface.kind === 'site') return surface;
  return excludeWithoutAccount(matrix, surface, holders[surface.holders ?? '']);
}

function refuseUnstatable(matrix: Matrix, surface: SurfaceConfig): void {
  if (surface.kind !== 'docs' && surface.kind !== 'site') return;
  const { unknown } = declaredFacts(matrix, surface.id, surface.must_state);
  if (unknown.length)
    throw new Failure(`The surface \`${surface.id}\` must state what the matrix does not have: ${unknown.join(', ')}.`);
}
