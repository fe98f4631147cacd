/**
 * Comma-separated values (RFC 4180) that a spreadsheet shows and never executes. A cell that begins as a formula does
 * is led by an apostrophe: "=1+1" of a stranger's threat must stay a text in the sheet of whoever opens it
 * (OWASP, CSV injection).
 */

/** Signs that start a formula, in half and in full width, and the blanks behind which some programs still see one. */
const startsFormula = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20|%]/;

function cell(value: string): string {
  const tame = startsFormula.test(value.trimStart()) || startsFormula.test(value) ? `'${value}` : value;
  return `"${tame.replace(/"/g, '""')}"`;
}

/** Byte order mark first: without it, spreadsheets take UTF-8 for the code page of the computer. */
export function csvText(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return `\uFEFF${[header, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}
