/** Words of a page go in; whether all that they say is that something is still being loaded comes out. */

/** With words behind it, only where it ends in dots. Of no flag but `i`: it is also told to a page as text. */
export const LOADING =
  /^(?:(?:loading|lade|chargement|cargando|carregando|caricamento)(?: [^.…]{1,40})? ?(?:…|\.\.\.)|[^.…]{0,40}(?:wird|werden) geladen ?(?:…|\.\.\.)?|loading)$/i;

/** The end of a list, which waits for somebody to scroll. */
export const MORE = /\b(?:more|next|older|newer|previous|earlier|weitere|mehr|plus|más|mais|altri)\b/i;
