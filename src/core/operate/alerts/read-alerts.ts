/** Reads what somebody pasted, dropped or streamed: every text and id in it is hostile. */
import { limits } from './alert';
import type { Alert } from './alert';
import { findAlerts } from './sources';
import type { Found } from './sources';
import { isTooDeep, walkJson } from './walk-json';

export type AlertReading =
  /** `left` is how many more it holds than are taken at once. */
  | { readonly kind: 'alerts'; readonly alerts: readonly Alert[]; readonly left: number }
  /** Why nothing could be read, as a sentence. */
  | { readonly kind: 'refused'; readonly reason: string };

const refused = (reason: string): AlertReading => ({ kind: 'refused', reason });

/** HTML of a work item's fields is read as its words. */
const words = (text: string): string =>
  text.includes('<') ? text.replace(/<[^>]{0,2000}>/g, ' ').replace(/&nbsp;/g, ' ') : text;

function gathered({ whole, title, ...found }: Found): Alert | undefined {
  const walked = walkJson(whole);
  return walked && { ...found, ...walked, title: title.slice(0, 1000), text: words(walked.text) };
}

const unknown =
  'This is no alert that can be read here: an alert of Azure Monitor (common alert schema), an incident of Microsoft Sentinel, a result in SARIF, or a work item as JSON.';
const broken =
  'This begins as JSON and is not whole: perhaps not all of it was copied. Copy it again, or drop its file here.';
const noJson =
  'This is not JSON, the form in which services hand on their alerts. An e-mail or a message about the alert is not enough: take the JSON that the service sent, or look for the event by its name.';
const tooLarge = `It is larger or deeper than an alert may be (${limits.characters.toLocaleString('en')} characters, ${limits.depth} levels).`;

/** The alerts in one parsed value. A list is read as its members. */
export function alertsIn(value: unknown): AlertReading {
  if (isTooDeep(value)) return refused(tooLarge);
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  const values = list.slice(0, limits.alerts);
  const found = values.map(findAlerts);
  if (found.length === 0 || found.some((each) => each === undefined)) return refused(unknown);
  const all = found.flatMap((each) => each ?? []);
  if (all.length === 0)
    return refused('The file holds no results: nothing was found, so there is nothing to look into.');
  const alerts: Alert[] = [];
  for (const each of all.slice(0, limits.alerts)) {
    const alert = gathered(each);
    if (!alert) return refused(tooLarge);
    alerts.push(alert);
  }
  return { kind: 'alerts', alerts, left: list.length - values.length + all.length - alerts.length };
}

function parsed(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/** Lines of JSON, one alert each, as feeds write them. */
function fromLines(text: string): AlertReading | undefined {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length < 2) return undefined;
  const values = lines.slice(0, limits.alerts).map(parsed);
  if (values.some((each) => each === undefined)) return undefined;
  const reading = alertsIn(values.map((each) => each?.value));
  if (reading.kind === 'refused') return reading;
  return { ...reading, left: reading.left + lines.length - values.length };
}

/** What a person pasted: one alert, a list of them, a SARIF log, or lines of JSON. */
export function readAlerts(text: string): AlertReading {
  const bare = text.replace(/^\uFEFF/, '').trim();
  if (bare === '') return refused('Nothing was pasted.');
  if (bare.length > limits.characters) return refused(tooLarge);
  const whole = parsed(bare);
  if (whole) return alertsIn(whole.value);
  return fromLines(bare) ?? refused(/^[[{]/.test(bare) ? broken : noJson);
}
