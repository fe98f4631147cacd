/** Opens a list as a work item query beside this page, where it can be worked on. */
import * as React from 'react';
import { queryUrl } from '../../core/alignment/query-url';
import { sentenceOf } from '../../ui/words';
import { useHub } from './hub-context';

export interface QueryLinkProps {
  readonly ids: readonly number[];
  /** What the list is, for a screen reader: "Tasks that would be updated". */
  readonly of: string;
  readonly text?: string;
}

/** Nothing where the list has no work item. */
export function QueryLink({ ids, of, text = 'Open as query' }: QueryLinkProps): React.ReactElement | null {
  const { app, navigation } = useHub();
  const open = async () => {
    try {
      const query = queryUrl((await app.facts()).url, ids);
      navigation.openBeside(query.url);
      if (query.listed < query.total)
        navigation.toast(
          `An address holds only so many: these are the first ${query.listed} of ${query.total} work items.`,
        );
    } catch (error) {
      navigation.toast(sentenceOf(error));
    }
  };
  if (ids.length === 0) return null;
  return (
    <button
      type="button"
      className="wo-link wo-query-link"
      aria-label={`${text}: ${of}`}
      onClick={() => void open()}
    >
      {text}
    </button>
  );
}
