/** What somebody chose for a widget, as the dashboard keeps it: hostile text, read with defaults. */
import * as v from 'valibot';

/** Of the host: what it hands to a widget and to its settings. */
export interface HostSettings {
  readonly name: string;
  readonly size: { readonly rowSpan: number; readonly columnSpan: number };
  readonly customSettings: { readonly data?: string | null };
}

const chosen = v.object({
  /** Absent = all models of the project. */
  model: v.optional(v.pipe(v.string(), v.maxLength(64))),
  /** Name of a team; absent = the team of the dashboard. */
  team: v.optional(v.pipe(v.string(), v.maxLength(256))),
  days: v.optional(v.picklist([30, 90, 180, 365])),
});
export type Chosen = v.InferOutput<typeof chosen>;
export const periods = [30, 90, 180, 365] as const;
export const usualDays = 90;

/** Never fails: what does not hold counts as not chosen. */
export function readChosen({ customSettings }: Pick<HostSettings, 'customSettings'>): Chosen {
  try {
    const parsed = v.safeParse(chosen, JSON.parse(customSettings.data ?? '{}'));
    return parsed.success ? parsed.output : {};
  } catch {
    return {};
  }
}

export const version = { major: 1, minor: 0, patch: 0 };
export const storedChoice = (choice: Chosen) => ({ data: JSON.stringify(choice), version });
