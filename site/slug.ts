/** A display name goes in; the part of an address that stands for it comes out. "MSP Growth" gives "msp-growth". */
export function slug(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('+', ' plus ')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
