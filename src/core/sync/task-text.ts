/** What a mitigation's Task says: why, how to implement, how to verify. Our section ends at the rule line. */
import type { Mitigation } from '../model/mitigation';
import type { Model } from '../model/model';
import { placeName } from '../model/model-index';
import type { ModelIndex } from '../model/model-index';
import { inherentPoints, severityName } from '../risk/severity';

/** System.Title holds 255 characters (platform facts 4.1: string field). */
const titleLimit = 255;
/** Enough for anybody to see why; the hub lists all. */
const threatsListed = 25;

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for HTML content or an attribute in quotes. Every text of a model is hostile: a file may have brought it. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => escapes[character] ?? '');
}

/** Plain text as paragraphs: a blank line parts them, a line break stays one. */
function paragraphs(text: string): string {
  return text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => `<p>${escapeHtml(part).replace(/\n/g, '<br>')}</p>`)
    .join('');
}

/** The Task's title as proposed: one line, cut at the field's limit. */
export function taskTitle(mitigation: Mitigation): string {
  const line = mitigation.title.replace(/\s+/g, ' ').trim();
  return line.length <= titleLimit ? line : `${line.slice(0, titleLimit - 1)}…`;
}

function why(model: Model, index: ModelIndex, mitigation: Mitigation): string {
  const threats = index
    .treatmentsOfMitigation(mitigation.id)
    .flatMap((treatment) => {
      const threat = model.threat.get(treatment.threat);
      const decided = treatment.status?.kind;
      const ruledOut = decided === 'rejected' || decided === 'not-applicable';
      return threat && threat.status.kind !== 'not-applicable' && !ruledOut ? [{ threat, treatment }] : [];
    })
    .sort((a, b) => inherentPoints(b.threat) - inherentPoints(a.threat));
  const rows = threats.slice(0, threatsListed).map(({ threat, treatment }) => {
    const facts = `${severityName(inherentPoints(threat))} severity, ${treatment.strength.level} protection`;
    return `<li><b>${escapeHtml(threat.title)}</b>, at ${escapeHtml(placeName(model, threat.place))} (${facts})</li>`;
  });
  const rest = threats.length - rows.length;
  if (rest > 0) rows.push(`<li>and ${rest} more</li>`);
  return rows.length > 0 ? `<ul>${rows.join('')}</ul>` : '<p>No threat that applies is linked to it.</p>';
}

/** The Task's description as HTML. It begins with the link to the mitigation and ends at a rule line. */
export function taskDescription(
  model: Model,
  index: ModelIndex,
  given: { readonly mitigation: Mitigation; readonly url: string },
): string {
  const { mitigation, url } = given;
  return [
    `<p><a href="${escapeHtml(url)}">Mitigation in the threat model “${escapeHtml(model.info.name)}”</a></p>`,
    `<h3>Why</h3><p>It protects against:</p>${why(model, index, mitigation)}`,
    `<h3>How to implement</h3>${paragraphs(mitigation.implement) || '<p>Not described yet.</p>'}`,
    `<h3>How to verify</h3>${paragraphs(mitigation.verify) || '<p>Not described yet.</p>'}`,
    '<hr>',
  ].join('');
}
