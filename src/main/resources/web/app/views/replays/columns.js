import { html } from '../../base.js';
import { dateTime, decimal, percent, probeName, whole } from '../../format.js';
import { meter, when } from '../shared/parts.js';

/** Whether somebody works on a run, so that it can pause. */
export const canPause = (run) => run.atWork && !run.paused && !run.progress.done;

/** Whether a run stands still before its end. */
export const canResume = (run) => !run.progress.done && (run.paused || !run.atWork);

/** Columns of the table of runs. */
export function runColumns() {
  return [
    {
      name: 'Run',
      cell: (run) => html`<span>${run.run}<span class="about">asked for ${when(run.requestedAt)}</span></span>`,
    },
    { name: 'State', cell: state },
    { name: 'Progress', cell: progress },
    { name: 'Probe', cell: probe },
    { name: 'Range', cell: range },
    { name: 'Pace', cell: (run) => pace(run.paceFactor) },
  ];
}

function state(run) {
  const { name, tone, icon } = stateOf(run);
  return html`<lp-pill tone=${tone} icon=${icon}>${name}</lp-pill>`;
}

function stateOf(run) {
  if (run.progress.done) return { name: 'Done', tone: 'good', icon: 'check' };
  if (run.paused) return { name: 'Paused', tone: 'warn', icon: 'pause' };
  if (!run.atWork) return { name: 'Nobody works on it', tone: 'warn', icon: 'warning' };
  return run.startedHere
    ? { name: 'Running here', tone: 'accent', icon: 'play' }
    : { name: 'At work elsewhere', tone: 'accent', icon: 'link' };
}

function progress(run) {
  const { total, read, scored, deadLettered, skipped } = run.progress;
  const counts = html`<span class="about"
    >${whole(scored)} scored, ${whole(skipped)} skipped, ${whole(deadLettered)} dead letters</span
  >`;
  if (total === null) return html`<span class="number">${whole(read)} read, no end set</span>${counts}`;
  const share = total === 0 ? 1 : read / total;
  return html`${meter(share, `Progress of ${run.run}`, `${percent(share)} of ${whole(total)}`, '', 'progressbar')}${counts}`;
}

function probe(run) {
  return html`${run.probes.map(probeName).join(', ')}<span class="about">${run.model ?? 'all models'}</span>`;
}

function range({ from, until, follows }) {
  const end = follows ? 'and on, live' : until ? `until ${dateTime(until)}` : 'until the start of the run';
  return html`${from ? `from ${dateTime(from)}` : 'from the oldest kept'}<span class="about">${end}</span>`;
}

function pace(factor) {
  if (factor === null) return 'as fast as possible';
  return factor === 1 ? 'as it was captured' : `${decimal(factor, Number.isInteger(factor) ? 0 : 1)} × as fast`;
}
