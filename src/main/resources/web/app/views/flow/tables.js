import { html, nothing } from '../../base.js';
import { bytes, decimal, percent, whole } from '../../format.js';
import { dataTable, meter, when } from '../shared/parts.js';
import { words } from '../shared/words.js';

const blank = (text) => html`<p class="blank">${text}</p>`;

/** Records that consumer groups have not read yet, by group and topic. */
export function lag(entries) {
  if (entries.length === 0) return blank('No consumer group reads the topics yet.');
  const most = Math.max(1, ...entries.map((entry) => entry.records));
  return dataTable({
    caption: 'Records not read yet, by consumer group and topic',
    captionHidden: true,
    rows: entries,
    key: (entry) => `${entry.group} ${entry.topic}`,
    testid: 'lag-row',
    columns: [
      { name: 'Group', cell: (entry) => entry.group },
      { name: 'Topic', cell: (entry) => entry.topic },
      { name: 'Members', number: true, cell: members },
      {
        name: 'Records behind',
        cell: (entry) => meter(entry.records / most, `${entry.topic}, records behind`, whole(entry.records)),
      },
    ],
  });
}

function members({ members: count }) {
  return count === 0 ? html`<lp-pill tone="warn" icon="warning">Nobody reads</lp-pill>` : whole(count);
}

/** Records that could not be used, by reason. */
export function deadLetters({ total, byReason }) {
  if (total === 0) return blank('No dead letters: every record that arrived could be used.');
  const entries = Object.entries(byReason).sort(([, a], [, b]) => b - a);
  return dataTable({
    caption: `${whole(total)} records could not be used`,
    rows: entries,
    key: ([reason]) => reason,
    columns: [
      { name: 'Reason', cell: ([reason]) => words(reason) },
      { name: 'Records', number: true, cell: ([, count]) => whole(count) },
      { name: 'Share', cell: ([reason, count]) => meter(count / total, `${words(reason)}, share of dead letters`) },
    ],
  });
}

/** What each node reports of itself. */
export function nodes(list) {
  if (list.length === 0) {
    return blank('No node has reported yet. Nodes report while linchpin infer or linchpin ablate runs.');
  }
  return dataTable({
    caption: 'State of each node, as it last reported',
    captionHidden: true,
    rows: list,
    key: (node) => node.node,
    testid: 'node-row',
    columns: [
      { name: 'Node', cell: (node) => node.node },
      { name: 'Role', cell: (node) => node.role },
      { name: 'Model', cell: (node) => node.model ?? '–' },
      { name: 'State', cell: state },
      { name: 'Chains running', number: true, cell: (node) => whole(node.chainsRunning) },
      { name: 'Tokens per second', number: true, cell: (node) => decimal(node.tokensPerSecond, 0) },
      { name: 'Buffer', cell: buffer },
      { name: 'Last report', cell: (node) => when(node.reportedAt) },
    ],
  });
}

const STATES = {
  STARTING: { tone: 'plain', icon: 'dot' },
  WAITING: { tone: 'plain', icon: 'pause' },
  BUSY: { tone: 'good', icon: 'play' },
  STOPPING: { tone: 'plain', icon: 'pause' },
  STOPPED: { tone: 'plain', icon: 'cross' },
  FAILED: { tone: 'bad', icon: 'critical' },
};

function state(node) {
  if (node.silent)
    return html`<lp-pill tone="bad" icon="critical">Silent, was ${words(node.state).toLowerCase()}</lp-pill>`;
  const { tone, icon } = STATES[node.state] ?? STATES.WAITING;
  return html`<lp-pill tone=${tone} icon=${icon}>${words(node.state)}</lp-pill>`;
}

const NEARLY_FULL = 0.8;

function buffer({ node, bufferUsedBytes: used, bufferBytes: size }) {
  if (!size) return '–';
  const share = used / size;
  const full = share >= NEARLY_FULL;
  const text = `${percent(share)} of ${bytes(size)}${full ? ', nearly full' : ''}`;
  return meter(share, `Buffer of ${node}`, text, full ? 'warn' : '');
}

/** Which instance answers for how many partitions. */
export function instances(list) {
  if (list.length === 0) return blank('No instance has said where it listens.');
  return dataTable({
    caption: 'Instances that answer for chains',
    captionHidden: true,
    rows: list,
    key: (instance) => instance.address,
    columns: [
      {
        name: 'Address',
        cell: (instance) =>
          html`${instance.address}${instance.self ? html` <lp-pill tone="accent">This one</lp-pill>` : nothing}`,
      },
      { name: 'Partitions', number: true, cell: (instance) => whole(instance.partitions) },
    ],
  });
}
