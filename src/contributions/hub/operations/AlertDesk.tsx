/** Paste or drop an alert: what it is about, what is reached, what should have helped, and what to do first. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { incidentOfAlert } from '../../../core/model/edits/incidents';
import { limits } from '../../../core/operate/alerts/alert';
import type { Alert } from '../../../core/operate/alerts/alert';
import { readAlerts } from '../../../core/operate/alerts/read-alerts';
import { resolveAlert, watchModel } from '../../../core/operate/alerts/resolve-alert';
import type { AlertMatch, Resolution } from '../../../core/operate/alerts/resolve-alert';
import type { Incident } from '../../../core/model/incident';
import { Banner } from '../../../ui/Banner';
import { Choice } from '../../../ui/Choice';
import { Field, useFieldId } from '../../../ui/Field';
import { percent } from '../../../ui/words';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';
import { alertSourceWords } from './event-words';
import { useDesk } from './alert-desk';
import { CauseView } from './CauseView';
import { OtherHome } from './OtherHome';
import { SaveIncidentDialog } from './SaveIncidentDialog';

function Input(props: {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onRead: (text: string) => void;
  readonly onRefused: (reason: string) => void;
}): React.ReactElement {
  const { text, onText, onRead, onRefused } = props;
  const id = useFieldId();
  const take = (file: File | undefined) => {
    if (!file) return;
    if (file.size > limits.characters * 4) onRefused('The file is larger than an alert may be (4 MB).');
    else
      file.text().then(
        (content) => onRead(content),
        () => onRefused('The file could not be read.'),
      );
  };
  return (
    <section
      className="wo-card"
      aria-labelledby="wo-alert-input"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        const [file] = event.dataTransfer.files;
        if (file) take(file);
        else onRead(event.dataTransfer.getData('text'));
      }}
    >
      <h2 id="wo-alert-input">You have an alert: what is it about?</h2>
      <p className="wo-quiet">
        Paste it or drop its file here: an alert of Azure Monitor (common alert schema), an incident of
        Microsoft Sentinel, results in SARIF, or a Bug, as JSON. It is read on this page and sent nowhere.
      </p>
      <Field label="Alert as JSON" value={text} onChange={onText} rows={6} maxLength={limits.characters} />
      <div className="wo-buttons">
        <Button primary={true} text="Find the cause" disabled={!text.trim()} onClick={() => onRead(text)} />
        <label htmlFor={id} className="wo-hidden">
          File with an alert
        </label>
        <input
          id={id}
          type="file"
          className="wo-file-input"
          accept=".json,.sarif,.ndjson,.txt"
          onChange={(event) => {
            const file = event.target.files?.[0];
            event.target.value = '';
            take(file);
          }}
        />
      </div>
    </section>
  );
}

const titleOf = ({ event, threats }: AlertMatch): string =>
  event?.title ?? threats[0]?.title ?? 'A threat of the model';

function Candidates(props: {
  readonly resolution: Exclude<Resolution, { kind: 'nothing' }>;
  readonly chosen: number;
  readonly onChoose: (place: number) => void;
}): React.ReactElement {
  const { resolution, chosen, onChoose } = props;
  const { matches, kind } = resolution;
  const sure = kind === 'by-id';
  return (
    <fieldset className="wo-pick wo-candidates">
      <legend>
        {sure
          ? 'The alert carries ids of this model, so this is certain'
          : 'The alert carries no id of this model: these are most like it, choose one'}
      </legend>
      <div className="wo-radio-list">
        {matches.map((match, place) => (
          <label key={match.event?.id ?? match.threats[0]?.id ?? place}>
            <input
              type="radio"
              name="wo-candidate"
              checked={place === chosen}
              onChange={() => onChoose(place)}
            />
            <span>
              <strong>{titleOf(match)}</strong>{' '}
              {match.event ? (
                <code>{match.event.logName}</code>
              ) : (
                <span className="wo-quiet">no event tells of it</span>
              )}
              <br />
              <span className="wo-quiet">{match.because.join(' ')}</span>
            </span>
            <span className="wo-quiet">{sure ? 'by id' : `${percent(match.score)} alike`}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** As much of a title as is read at a glance: whoever sends alerts writes it. */
const shownOfTitle = 200;

function Heard({ alert }: { readonly alert: Alert }): React.ReactElement {
  const { title } = alert;
  return (
    <p className="wo-heard">
      {/* Marks of writing direction in it turn round nothing of ours. */}
      <strong>
        <bdi>
          {title.length > shownOfTitle
            ? `${title.slice(0, shownOfTitle)}…`
            : title || 'An alert without a title'}
        </bdi>
      </strong>{' '}
      <span className="wo-quiet">
        {alertSourceWords[alert.source]}
        {alert.fired && `, ${new Date(alert.fired).toLocaleString()}`}
        {!alert.isFiring && ', over by now'}
      </span>
    </p>
  );
}

/** Ways on for somebody whose alert leads nowhere. */
function Elsewhere(): React.ReactElement {
  const { go } = useHub();
  const { model } = useModelView();
  return (
    <>
      <Button
        text="Look through the events"
        onClick={() => go({ model: model.info.id, tab: 'operations', show: 'events' })}
      />
      <Button text="Other threat models" onClick={() => go({})} />
    </>
  );
}

/** That an alert was kept, and where. */
function Kept({ incident }: { readonly incident: Incident }): React.ReactElement {
  const { go } = useHub();
  const { model } = useModelView();
  return (
    <Banner
      tone="success"
      actions={
        <Button
          text="Show the incidents"
          onClick={() => go({ model: model.info.id, tab: 'operations', show: 'incidents' })}
        />
      }
    >
      This alert is kept as the incident “{incident.title}”
      {incident.state === 'closed' && ', which is closed'}.
    </Banner>
  );
}

function Answer({ alert }: { readonly alert: Alert }): React.ReactElement {
  const { model, index, readOnly } = useModelView();
  const [chosen, setChosen] = React.useState(0);
  const [saving, setSaving] = React.useState(false);
  const resolution = React.useMemo(
    () => resolveAlert(watchModel(model, index), alert),
    [model, index, alert],
  );
  if (resolution.kind === 'nothing') {
    return (
      <section className="wo-card">
        <Heard alert={alert} />
        <OtherHome alert={alert} />
        <Banner tone="warning" actions={<Elsewhere />}>
          Nothing in this model is like it. It may belong to another threat model of this project, or nobody
          has thought of such a threat yet: tell those who keep the model.
        </Banner>
      </section>
    );
  }
  const match = resolution.matches[chosen] ?? resolution.matches[0];
  const known = incidentOfAlert(model, alert.key);
  return (
    <section className="wo-card wo-answer" aria-labelledby="wo-answer">
      <div className="wo-card-head">
        <h2 id="wo-answer">{match ? titleOf(match) : 'The cause'}</h2>
        {!readOnly && match && (
          <Button
            text={known ? 'Change the incident…' : 'Save as incident…'}
            onClick={() => setSaving(true)}
          />
        )}
      </div>
      <Heard alert={alert} />
      {known && <Kept incident={known} />}
      {resolution.kind === 'by-match' && <OtherHome alert={alert} />}
      {(resolution.kind === 'by-match' || resolution.matches.length > 1) && (
        <Candidates resolution={resolution} chosen={chosen} onChoose={setChosen} />
      )}
      {resolution.kind === 'by-id' && resolution.matches.length === 1 && (
        <p className="wo-quiet">Certain: {match?.because.join(' ')}</p>
      )}
      {match && <CauseView match={match} />}
      {saving && match && <SaveIncidentDialog alert={alert} match={match} onClose={() => setSaving(false)} />}
    </section>
  );
}

export function AlertDesk(): React.ReactElement {
  const [{ text, reading, place }, change] = useDesk();
  const read = (given: string) => {
    change({ text: given.length <= 20_000 ? given : '', place: '0', reading: readAlerts(given) });
  };
  const alerts = reading?.kind === 'alerts' ? reading.alerts : [];
  const alert = alerts[Number(place)];
  return (
    <>
      <Input
        text={text}
        onText={(given) => change({ text: given })}
        onRead={read}
        onRefused={(reason) => change({ reading: { kind: 'refused', reason } })}
      />
      {reading?.kind === 'refused' && (
        <Banner tone="error" actions={<Elsewhere />}>
          {reading.reason}
        </Banner>
      )}
      {alerts.length > 1 && (
        <div className="wo-toolbar">
          <span>
            {alerts.length} alerts were read
            {reading?.kind === 'alerts' &&
              reading.left > 0 &&
              `, and ${reading.left.toLocaleString('en')} more left out`}
            . Which one?
          </span>
          <Choice
            label="Which alert"
            value={place}
            options={alerts.map((each, n) => ({
              value: String(n),
              // Results of one rule have one title.
              label: `${n + 1}. ${each.title.slice(0, 100) || 'Alert without a title'}`,
            }))}
            onChange={(given) => change({ place: given })}
          />
        </div>
      )}
      {alert && <Answer key={`${alert.key} ${place}`} alert={alert} />}
    </>
  );
}
