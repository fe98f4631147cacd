/** Numbers that are given out once: ids of work items, comments and relations. */
import { facts } from '../organisation/types';
import type { Transaction } from './store';

export type Counter = 'workItem' | 'comment' | 'relation' | 'node' | 'watermark';

/** The next number, starting from 1. Given back when the transaction fails, as nothing else of it stays either. */
export function nextNumber(tx: Transaction, counter: Counter): number {
  const next = Number(tx.get(facts, `next:${counter}`) ?? 1);
  tx.put(facts, `next:${counter}`, String(next + 1));
  return next;
}
