/** The words of a Task against those of the model: the title and our section, three-way. */
import { textHash } from '../model/text-hash';
import type { Comparison } from './comparison';
import { parseIdentity } from './identity';
import { descriptionField, sectionKey, titleField } from './new-task';
import { findSection, withSection } from './section';

type Side = 'same' | 'model' | 'backlog' | 'both';
/** Who changed it since both sides agreed; an unknown base could have been either. */
function whoChanged(base: string | undefined, model: string, backlog: string): Side {
  if (model === backlog) return 'same';
  if (base === backlog) return 'model';
  return base === model ? 'backlog' : 'both';
}

function writeTitle(look: Comparison, because: string): void {
  look.fields[titleField] = look.wanted.title;
  look.hashes[titleField] = textHash(look.wanted.title);
  look.change('title', `The title becomes “${look.wanted.title}”.`);
  look.because.push(because);
}

const partsTitle = 'The title changed in the model, or the places did that this part is for.';

/** The title, three-way (S7, S8, S21). */
export function compareTitle(look: Comparison): void {
  const { wanted, item, part } = look;
  if (look.isDecided('title')) return;
  const sides = { model: wanted.title, backlog: item.title };
  const [model, backlog] = [textHash(wanted.title), textHash(item.title)];
  const who = whoChanged(look.hashes[titleField], model, backlog);
  if (who === 'same') look.hashes[titleField] = model;
  const said = part.covers === 'all' ? 'The title changed in the model.' : partsTitle;
  if (who === 'model') writeTitle(look, said);
  if (who === 'both') {
    const answer = look.clash('title', sides);
    if (answer === 'model') writeTitle(look, 'You chose the model’s title.');
    if (answer === 'backlog') look.decide({ about: 'title' });
  }
  if (who === 'backlog') {
    const answer = look.ask('renamed', 'Somebody gave the Task another title.', sides);
    if (answer === 'ours') writeTitle(look, 'You chose the model’s title.');
    if (answer === 'keep') look.decide({ about: 'title' });
    if (answer === 'take') {
      look.mitigation = { ...part.mitigation, title: item.title };
      look.hashes[titleField] = backlog;
    }
  }
}

const linksHere = (look: Comparison, url: string): boolean => {
  const identity = parseIdentity(url);
  return identity?.mitigation === look.part.mitigation.id && identity.model === look.desk.model.info.id;
};

function writeSection(look: Comparison, because: string): void {
  const { item, wanted } = look;
  const found = findSection(item.description, (url) => linksHere(look, url));
  const section = item.description.format === 'html' ? wanted.section.html() : wanted.section.markdown();
  look.fields[descriptionField] = withSection(item.description, found, section);
  look.hashes[sectionKey] = wanted.sectionHash;
  look.change('section', 'The text from the threat model is written anew; what stands beside it stays.');
  look.because.push(because);
}

/** Our section, three-way (S7, S8, S12, S22); what stands beside it is not looked at. */
export function compareSection(look: Comparison): void {
  const { item, wanted } = look;
  const model = wanted.sectionHash;
  // What we wrote and nobody touched is seen without reading it.
  if (item.description.format === 'html' && item.description.text.startsWith(wanted.section.html())) {
    look.hashes[sectionKey] = model;
    return;
  }
  const found = findSection(item.description, (url) => linksHere(look, url));
  const settled = look.decided.some((each) => each.about === 'section' && each.hash === model);
  const keep = () => look.decide({ about: 'section', hash: model });
  if (!found) {
    if (settled) return;
    const answer = look.ask('section-lost', 'The text from the threat model is gone from the description.', {
      model: wanted.section.lines(),
      backlog: '',
    });
    if (answer === 'ours') writeSection(look, 'You put the section back.');
    if (answer === 'keep') keep();
    return;
  }
  const backlog = textHash(found.words);
  // Before sections had a hash of their own, the whole description had one.
  const untouched = look.hashes[descriptionField] === textHash(item.description.text);
  const base = look.hashes[sectionKey] ?? (untouched ? backlog : undefined);
  const sides = { model: wanted.section.lines(), backlog: found.lines };
  const who =
    found.kind === 'open' && found.words !== wanted.section.plain ? 'both' : whoChanged(base, model, backlog);
  if (who === 'same') look.hashes[sectionKey] = model;
  if (who === 'model') writeSection(look, 'What the model says of this mitigation changed.');
  if (settled) return;
  if (who === 'both') {
    const answer = look.clash('section', sides);
    if (answer === 'model') writeSection(look, 'You chose the model’s text.');
    if (answer === 'backlog') keep();
  }
  if (who === 'backlog') {
    const answer = look.ask(
      'section-edited',
      'Somebody changed the text that comes from the threat model.',
      sides,
    );
    if (answer === 'ours') writeSection(look, 'You chose the model’s text.');
    if (answer === 'keep') keep();
  }
}
