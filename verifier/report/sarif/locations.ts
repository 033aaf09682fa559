/** A finding goes in; where it was seen, and the other side beside it, come out as SARIF locations. */
import type { Place } from '../../../matrix/types.ts';
import type { Finding } from '../../types.ts';
import { placeWords } from '../place-words.ts';
import { valueWords } from '../value-words.ts';
import { text } from './text.ts';

export interface Locations {
  locations: Location[];
  relatedLocations?: Location[];
}

interface Location {
  id?: number;
  physicalLocation: {
    artifactLocation: { uri: string; uriBaseId: '%SRCROOT%' };
    region: { startLine: number; startColumn: number; endColumn: number };
  };
  logicalLocations?: { fullyQualifiedName: string; kind: string }[];
  message?: { text: string };
  properties: { side?: number; standsIn?: true };
}

/** GitHub shows so many of a result, and refuses a log in which one has ten times as many. */
const MOST = 100;

interface Spot {
  place: Place;
  side: number;
}

/**
 * What was seen is the location, what was expected is related to it. A page or an answer of an API is no file: it is a
 * logical location, and the line of the matrix that says otherwise stands in for the file that GitHub asks for.
 */
export function locationsOf({ sides }: Finding, matrixPath: string, prefix: string): Locations {
  const spots = sides.flatMap(({ at }, side) => at.map((place): Spot => ({ place, side })));
  const [seen, other] =
    sides.length > 1 ? [spots.filter((one) => one.side > 0), spots.filter((one) => !one.side)] : [spots, []];
  const matrix = spots.find(({ place }) => place.kind === 'file' && place.path === matrixPath)?.place;
  const nearest = matrix ?? spots.find(({ place }) => place.kind === 'file')?.place;
  const standIn = nearest?.kind === 'file' ? nearest : { path: matrixPath, line: 1, column: 1, length: 1 };
  const make = ({ place, side }: Spot, id?: number): Location => ({
    ...(id !== undefined && { id }),
    physicalLocation: physical(place.kind === 'file' ? place : standIn, prefix),
    ...(place.kind !== 'file' && {
      logicalLocations: [{ fullyQualifiedName: text(placeWords(place)), kind: place.kind }],
    }),
    message: { text: text(`${valueWords(sides[side]!.value)} (${sides[side]!.who})`) },
    properties: { side, ...(place.kind !== 'file' && { standsIn: true as const }) },
  });
  const locations = seen.slice(0, MOST).map((one) => make(one));
  const nowhere: Location = { physicalLocation: physical(standIn, prefix), properties: { standsIn: true } };
  const related = other.slice(0, MOST).map((one, index) => make(one, index + 1));
  return {
    locations: locations.length ? locations : [nowhere],
    ...(related.length && { relatedLocations: related }),
  };
}

interface Spotted {
  path: string;
  line: number;
  column: number;
  length: number;
}

/** The column after the last character ends a region. */
function physical({ path, line, column, length }: Spotted, prefix: string): Location['physicalLocation'] {
  const uri = `${prefix}${path}`.split('/').map(encodeURIComponent).join('/');
  return {
    artifactLocation: { uri, uriBaseId: '%SRCROOT%' },
    region: { startLine: line, startColumn: column, endColumn: column + Math.max(1, length) },
  };
}
