/** "Why is this threat not here?" for any threat of the packages, at any place of the model. */
import * as React from 'react';
import { fillPlaceholders } from '../../../core/kb/fill-placeholders';
import type { KnowledgeEngine } from '../../../core/kb/knowledge-engine';
import { placesOf } from '../../../core/kb/places';
import type { KnowledgeThreat } from '../../../core/kb/package';
import { placeName } from '../../../core/model/model-index';
import type { Place } from '../../../core/model/threat';
import { Choice } from '../../../ui/Choice';
import { Labelled } from '../../../ui/Field';
import { SearchBox } from '../../../ui/SearchBox';
import { useModelView } from '../model-view';
import { BecauseFacts } from './Because';
import type { KnowledgeChoice } from './choice';
import { whereItIs } from './why-absent';

/** More would be no answer to a search. */
const most = 30;

/** What has all words; first what has them in its name, and of that what the used packages say. */
function mostLikelyFirst(
  all: readonly KnowledgeThreat[],
  words: readonly string[],
  { packages }: KnowledgeChoice,
): readonly KnowledgeThreat[] {
  const hasAll = (text: string) => words.every((word) => text.toLowerCase().includes(word));
  const rank = ({ name, package: from }: KnowledgeThreat) =>
    (hasAll(name) ? 0 : 2) + (packages.has(from) ? 0 : 1);
  return all
    .filter(({ name, description }) => hasAll(`${name} ${description}`))
    .sort((a, b) => rank(a) - rank(b));
}

interface WhyNotProps {
  readonly engine: KnowledgeEngine;
  readonly choice: KnowledgeChoice;
}

function Whereabouts(props: WhyNotProps & { readonly threat: KnowledgeThreat; readonly place: Place }) {
  const { engine, choice, threat, place } = props;
  const { model } = useModelView();
  const known = engine.packages.find(({ id }) => id === threat.package);
  const answer = engine.explain(threat, place)?.answer;
  const said = known && whereItIs({ model, known, choice, threat, place, answer });
  return said === undefined ? null : (
    <p>
      <strong>{said}</strong>
    </p>
  );
}

export function WhyNot({ engine, choice }: WhyNotProps): React.ReactElement {
  const { model } = useModelView();
  const [text, setText] = React.useState('');
  const [picked, setPicked] = React.useState('');
  const [at, setAt] = React.useState('0');
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const all = engine.packages.flatMap(({ threats }) => threats);
  const found = words.length === 0 ? [] : mostLikelyFirst(all, words, choice);
  const key = ({ package: from, id }: { readonly package: string; readonly id: string }) => `${from}:${id}`;
  const threat = found.find((each) => key(each) === picked) ?? found[0];
  const places = threat ? placesOf(model, threat.anchor) : [];
  const place = places[Number(at)] ?? places[0];
  return (
    <section className="wo-card" aria-labelledby="wo-why-not">
      <h2 id="wo-why-not">Why is a threat not here?</h2>
      <div className="wo-field-row">
        <Labelled label="Words">
          <SearchBox label="Find a threat of the packages" value={text} onChange={setText} />
        </Labelled>
        {threat && (
          <Labelled label="Threat">
            <Choice
              label="Threat"
              value={key(threat)}
              options={found.slice(0, most).map((each) => ({
                value: key(each),
                label: each.name.replace(/\{[a-z.]+\}/g, '…'),
              }))}
              onChange={setPicked}
            />
          </Labelled>
        )}
        {place && (
          <Labelled label="Place">
            <Choice
              label="Place"
              value={String(places.indexOf(place))}
              options={places.map((each, i) => ({ value: String(i), label: placeName(model, each) }))}
              onChange={setAt}
            />
          </Labelled>
        )}
      </div>
      {found.length > most && (
        <p className="wo-quiet">
          The first {most} of {found.length} are offered: another word makes them fewer.
        </p>
      )}
      {words.length > 0 && !threat && <p role="status">No threat of the packages speaks of that.</p>}
      {threat && !place && <p role="status">The model has no place where this is asked.</p>}
      {threat && place && (
        <div role="status">
          <h3>{fillPlaceholders(threat.name, model, place)}</h3>
          <Whereabouts engine={engine} choice={choice} threat={threat} place={place} />
          <BecauseFacts engine={engine} threat={threat} place={place} />
        </div>
      )}
    </section>
  );
}
