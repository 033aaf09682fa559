/** `reference/unknown`: a name that nothing declares, in every field that refers to something. */
import { didYouMean } from '../../did-you-mean.ts';
import { BUILT_IN_UNITS, type RawSet } from '../../read/raw.ts';
import { type Path, placeOf } from '../../read/source.ts';
import type { Checked, MatrixRule } from '../rule.ts';

interface Reference {
  name: string;
  path: Path;
  part?: 'key';
  known: string[];
  what: string;
}

export const referenceUnknown: MatrixRule = {
  id: 'reference/unknown',
  level: 'error',
  from: 'copy',
  find: (checked) =>
    references(checked).flatMap(({ name, path, part, known, what }) => {
      if (known.includes(name)) return [];
      const near = didYouMean(name, known);
      const write = near
        ? `\`${near}\`, or declare \`${name}\`.`
        : known.length
          ? `one of ${list(known)}.`
          : `declare \`${name}\` first.`;
      return [{ at: placeOf(checked.source, path, part), found: `There is no ${what} \`${name}\`.`, write }];
    }),
};

function references({ raw }: Checked): Reference[] {
  const capabilities = Object.keys(raw.capabilities ?? {});
  const limits = Object.keys(raw.limits ?? {});
  const lines = Object.keys(raw.lines ?? {});
  const sets = [...Object.keys(raw.plans), ...Object.keys(raw.bundles ?? {})];
  const units = [...Object.keys(raw.units ?? {}), ...Object.keys(BUILT_IN_UNITS)];
  const versions = [...Object.values(raw.plans).map((plan) => plan.version), ...Object.keys(raw.past_versions ?? {})];
  const setReferences = (path: Path, set: RawSet): Reference[] => [
    ...(set.everything_in
      ? [{ name: set.everything_in, path: [...path, 'everything_in'], known: sets, what: 'plan or bundle' }]
      : []),
    ...(['has', 'without'] as const).flatMap((field) =>
      (set[field] ?? []).map((name, i) => ({
        name,
        path: [...path, field, i],
        known: capabilities,
        what: 'capability',
      })),
    ),
    ...Object.keys(set.limits ?? {}).map((name) => ({
      name,
      path: [...path, 'limits', name],
      part: 'key' as const,
      known: limits,
      what: 'limit',
    })),
  ];
  return [
    ...Object.entries(raw.plans).flatMap(([key, plan]) => [
      ...setReferences(['plans', key], plan),
      ...(plan.line ? [{ name: plan.line, path: ['plans', key, 'line'], known: lines, what: 'product line' }] : []),
    ]),
    ...Object.entries(raw.bundles ?? {}).flatMap(([key, set]) => setReferences(['bundles', key], set)),
    ...Object.entries(raw.past_versions ?? {}).flatMap(([key, past]) => [
      ...setReferences(['past_versions', key], past),
      { name: past.of, path: ['past_versions', key, 'of'], known: Object.keys(raw.plans), what: 'plan' },
    ]),
    ...Object.entries(raw.limits ?? {}).flatMap(([key, limit]) => [
      { name: limit.unit, path: ['limits', key, 'unit'], known: units, what: 'unit' },
      ...(limit.lines ?? []).map((name, i) => ({
        name,
        path: ['limits', key, 'lines', i],
        known: lines,
        what: 'product line',
      })),
    ]),
    ...Object.keys(raw.version_aliases ?? {}).map((name) => ({
      name,
      path: ['version_aliases', name],
      part: 'key' as const,
      known: versions,
      what: 'version',
    })),
    ...Object.entries(raw.states ?? {}).flatMap(([key, state]) =>
      state.falls_back_to
        ? [
            {
              name: state.falls_back_to,
              path: ['states', key, 'falls_back_to'],
              known: Object.keys(raw.plans),
              what: 'plan',
            },
          ]
        : [],
    ),
    ...(raw.gates ?? []).map((gate, i) => ({
      name: gate.key,
      path: ['gates', i, 'key'],
      known: [...capabilities, ...limits],
      what: 'capability or limit',
    })),
  ];
}

function list(names: string[]): string {
  const shown = names.slice(0, 8).map((name) => `\`${name}\``);
  return names.length > 8 ? `${shown.join(', ')} or ${names.length - 8} others` : shown.join(', ');
}
