/** Nothing enters; how a page is told on which nothing commercial stands leaves. */
export const NOTHING_SOLD = 'nothing commercial';
