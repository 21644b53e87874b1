import { probeName } from '../../format.js';

/** What is asked before a probe is promoted. */
export function promotion(probe, probes) {
  const others = champions(probes).map((champion) => probeName(champion.probe));
  const retired = others.length === 0 ? 'The model has no champion now.' : `${others.join(', ')} retires.`;
  return {
    title: `Promote ${probeName(probe.probe)}?`,
    text: `It becomes the champion of ${probe.model}: from the next steps on, its verdicts are the flags and alerts. ${retired} “Roll back” undoes this.`,
    action: 'Promote',
  };
}

/** What is asked before a model goes back to its former champion. */
export function rollback(model, probes) {
  const target = formerChampion(probes);
  const again = target ? `${probeName(target.probe)}, the champion before,` : 'The champion before the present one';
  const present = champions(probes).map((champion) => probeName(champion.probe));
  const retires = present.length === 0 ? '' : ` ${present.join(', ')} retires.`;
  return {
    title: `Roll back ${model}?`,
    text: `${again} becomes the champion again and flags from the next steps on.${retires} Rolling back twice is back where it began.`,
    action: 'Roll back',
  };
}

/** What is asked before a probe is taken out of use. */
export function retirement(probe) {
  const result =
    probe.status === 'CHAMPION'
      ? `It is the champion: no step of ${probe.model} is flagged any more until another probe is promoted.`
      : 'It stops scoring in the shadow.';
  return {
    title: `Retire ${probeName(probe.probe)}?`,
    text: `${result} The probe stays in the log and can be promoted later.`,
    action: 'Retire',
    tone: 'danger',
  };
}

const champions = (probes) => probes.filter((probe) => probe.status === 'CHAMPION');

function formerChampion(probes) {
  const until = champions(probes)[0]?.championSince ?? '9999';
  const former = probes.filter(
    (probe) => probe.status === 'RETIRED' && probe.championSince && probe.championSince < until,
  );
  return former.sort((a, b) => b.championSince.localeCompare(a.championSince))[0];
}
