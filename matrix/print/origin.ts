/** The line by which a printed file is known as printed, also by a later run that no longer prints it. */
export const ORIGIN_MARK = 'Printed by planproof from';

export function originOf(matrixPath: string): string {
  return `${ORIGIN_MARK} ${matrixPath}; edit that file and run \`planproof generate\`.`;
}
