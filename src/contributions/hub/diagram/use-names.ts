/** The parts of a diagram as a list to choose from, by name. */
import * as React from 'react';
import { sameValue } from '../../../core/model/same-value';
import { byName } from '../../../ui/by-name';
import type { Option } from '../../../ui/words';

interface Named {
  readonly id: string;
  readonly name: string;
}

/**
 * `first`: the words where nothing is chosen. Memoise `parts`. Most edits change no name: then it is the very list of
 * before, so that the page does not look at each of 1,000 entries again.
 */
export function useNames(parts: readonly Named[], first: string): readonly Option<string>[] {
  const last = React.useRef<readonly Option<string>[]>([]);
  return React.useMemo(() => {
    const names = parts
      .map(({ id, name }) => ({ value: id, label: name || 'Without a name' }))
      .sort((a, b) => byName(a.label, b.label));
    const options = [{ value: '', label: first }, ...names];
    if (!sameValue(options, last.current)) last.current = options;
    return last.current;
  }, [parts, first]);
}
