/** The day of an ISO instant, for people. */
export const dayOf = (instant: string): string =>
  new Date(instant).toLocaleDateString('en', { day: 'numeric', month: 'short', year: 'numeric' });
