/** Reads the portfolio while the page is looked at; leaving it stops the reading. */
import * as React from 'react';
import type { Portfolio } from '../../../app/read-portfolio';
import { sentenceOf } from '../../../ui/words';
import { useHub } from '../hub-context';

export type Reading =
  | { readonly kind: 'reading' | 'done'; readonly known: Portfolio }
  | { readonly kind: 'failed'; readonly reason: string };

const nothingYet: Portfolio = { rows: [], looked: 0, of: 0, unread: [] };

export function usePortfolio(): readonly [Reading, () => void] {
  const { app } = useHub();
  const [round, setRound] = React.useState(0);
  const [reading, setReading] = React.useState<Reading>({ kind: 'reading', known: nothingYet });
  React.useEffect(() => {
    let current = true;
    setReading({ kind: 'reading', known: nothingYet });
    const watch = (known: Portfolio) => {
      if (current) setReading({ kind: 'reading', known });
      return current ? 'go-on' : 'stop';
    };
    app.readPortfolio(watch).then(
      (known) => current && setReading({ kind: 'done', known }),
      (error: unknown) => current && setReading({ kind: 'failed', reason: sentenceOf(error) }),
    );
    return () => {
      current = false;
    };
  }, [app, round]);
  return [reading, React.useCallback(() => setRound((before) => before + 1), [])];
}
