/** An alert in one form, wherever it came from: what it is known by, what it says, and the ids that it carries. */
import type { AlertSource } from '../../model/incident';

export interface Alert {
  readonly source: AlertSource;
  /** What the source knows it by: the same alert sent again has the same key, so that nothing is counted twice. */
  readonly key: string;
  /** What it calls itself; hostile text. */
  readonly title: string;
  /** Every other text of it, one per line, cut at `limits.text`; hostile text. */
  readonly text: string;
  /** ISO instant in UTC; undefined when it does not say. */
  readonly fired: string | undefined;
  /** False for the news that an alert is over. */
  readonly isFiring: boolean;
  /** Every UUID in it, lower case, each once, in the order in which they stand; cut at `limits.ids`. */
  readonly ids: readonly string[];
  /** Work items that it is, or that it links to. */
  readonly workItems: readonly number[];
}

/** Whoever sends alerts may be an attacker: nothing grows with what they send. */
export const limits = {
  /** Characters of one alert. */
  characters: 1_048_576,
  /** Values in it, counted without recursion. */
  values: 20_000,
  depth: 64,
  /** Characters of text that are compared. */
  text: 20_000,
  ids: 200,
  /** Alerts in one paste. */
  alerts: 200,
} as const;
