/** An open page, what was seen on it and who looked go in; observations with a picture of their places behind them come out. */
import type { Holder } from '../../matrix/types.ts';
import type { Mask } from '../holders/mask.ts';
import type { Evidence, Observation } from '../types.ts';
import type { OpenPage } from './open-page.ts';
import { type Marked, type Picture, takePicture } from './take-picture.ts';

/** Pictures by the name under which evidence speaks of them. */
export type Pictures = Map<string, Picture>;

/** Findings that are alike show the same. */
const MOST_PICTURES = 200;

export interface PictureOf {
  pictures: Pictures;
  places: readonly Marked[];
  path: string;
  by?: Holder;
  /** What must not be seen in it. */
  mask?: Mask | undefined;
}

/** One picture for all of these observations, which stand on one page, or a line that says why there is none. */
export async function withPicture(
  open: OpenPage,
  observations: readonly Observation[],
  { pictures, places, path, by, mask }: PictureOf,
): Promise<Observation[]> {
  const taken = pictures.size < MOST_PICTURES ? await takePicture(open, places, mask) : undefined;
  const picture = taken && 'bytes' in taken ? taken : undefined;
  const without = taken && 'reason' in taken ? [{ answer: taken.reason }] : [];
  const who = by ? ` as ${by.version} (${by.state})` : '';
  const request = `GET ${path}${who}`;
  if (picture) pictures.set(request, picture);
  const shown = picture && { picture: { file: request, width: picture.width, height: picture.height } };
  return observations.map((one) => {
    const said = wordsOf(one);
    const evidence: Evidence = { request, ...(said && { answer: `“${said}”` }), ...shown };
    return { ...one, evidence: [evidence, ...without] };
  });
}

/** Where the words of observations stand. */
export function placesOf(observations: readonly Observation[]): Marked[] {
  return observations.flatMap((one) =>
    one.at.flatMap((place) =>
      place.kind === 'page' ? [{ selector: place.selector, words: place.words || wordsOf(one) }] : [],
    ),
  );
}

function wordsOf({ about }: Observation): string {
  return 'words' in about ? about.words : '';
}
