/** Hands a file to the browser, as a download. */
export function handOver(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser has taken it by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** One file of text. */
export function downloadText(name: string, content: string, type = 'application/json'): void {
  handOver(name, new Blob([content], { type }));
}
