/** The tree of saved queries, or the query that the address names or holds. */
import * as React from 'react';
import type { ViewProps } from '../view';
import { QueryPage } from './QueryPage';
import { QueryTree } from './QueryTree';

export function QueriesPage({ params }: ViewProps): JSX.Element {
  const [kind = '', id] = (params['rest'] ?? '').split('/');
  return ['query', 'query-edit'].includes(kind.toLowerCase()) ? (
    <QueryPage id={id === '' ? undefined : id} />
  ) : (
    <QueryTree />
  );
}
