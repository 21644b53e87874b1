package dev.linchpin.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.options.BoundingBox;
import dev.linchpin.reasoning.StepRef;
import java.time.Instant;
import java.util.Random;
import java.util.stream.StreamSupport;

/** How the live view of a tab does. Its own work in the page is small: it looks at few cards. */
final class PageWatch {
  private static final String INSTALL =
      """
      (live) => {
        const longTasks = [], pauses = [], excused = [], scores = {}, pending = new Set();
        let since = performance.now(), quietUntil = 0;
        new PerformanceObserver((list) =>
          list.getEntries().forEach(({ startTime, duration }) => longTasks.push({ startTime, duration })),
        ).observe({ type: 'longtask' });

        const state = window.connection.dataset;
        addEventListener('pointerdown', (event) => {
          if (!event.composedPath().some((element) => element.dataset?.testid === 'live-pause')) return;
          const look = () => {
            if (state.state === 'paused') pauses.push(performance.now() - event.timeStamp);
            else requestAnimationFrame(look);
          };
          requestAnimationFrame(look);
        }, { capture: true });

        const note = (key, row) => {
          if (key in scores) return;
          const score = row.querySelector('[data-testid=step-score]')?.textContent.trim();
          if (!score) pending.add(key);
          else scores[key] = pending.delete(key) ? Date.now() : null;
        };
        const look = () => {
          if (state.state === 'paused') quietUntil = performance.now() + 1000;
          if (performance.now() < quietUntil) pending.clear();
          else for (const card of live.shadowRoot.querySelectorAll('lp-chain-card')) {
            const id = card.chain?.chainId;
            if (!id?.endsWith('0')) continue;
            for (const row of card.shadowRoot.querySelectorAll('.row')) note(id + ' ' + row.dataset.index, row);
          }
          requestAnimationFrame(look);
        };
        look();

        window.watch = {
          pauses,
          excuse: (from) => excused.push({ from, to: performance.now() }),
          report: () => ({
            pauses,
            scores,
            elapsed: performance.now() - since,
            longTasks: longTasks
              .filter(({ startTime, duration }) => startTime >= since
                && !excused.some(({ from, to }) => startTime < to && startTime + duration > from))
              .map(({ duration }) => duration),
          }),
        };
      }
      """;

  private static final int MOST_WAIT_MS = 500;

  private final Random random = new Random(1);
  private final Tab tab;
  private final CDPSession session;

  /** Begins to watch a tab that shows the live view. */
  PageWatch(Tab tab) {
    this.tab = tab;
    session = tab.page().context().newCDPSession(tab.page());
    tab.first("connection").evaluate("(element) => { window.connection = element; }");
    tab.page().locator("lp-live").evaluate(INSTALL);
  }

  /**
   * Clicks on Pause and, once the page has said that it stands still, on Resume. Presses at any
   * time: Playwright's own click first waits for the page to draw, and so for a moment when it is
   * not busy.
   */
  void pause() {
    Object before = tab.page().evaluate("() => window.watch.pauses.length");
    BoundingBox button = tab.first("live-pause").boundingBox();
    Mouse mouse = tab.page().mouse();
    mouse.move(button.x + button.width / 2, button.y + button.height / 2);
    tab.page().waitForTimeout(random.nextInt(MOST_WAIT_MS));
    mouse.down();
    mouse.up();
    tab.page().waitForFunction("(before) => window.watch.pauses.length > before", before);
    tab.first("live-resume").click();
    assertThat(tab.first("connection")).hasAttribute("data-state", "live");
  }

  /** Bytes of the page's heap after a collection, which is not held against the page. */
  double heapAfterCollection() {
    Object before = tab.page().evaluate("() => performance.now()");
    session.send("HeapProfiler.collectGarbage");
    tab.page().evaluate("(before) => window.watch.excuse(before)", before);
    JsonObject usage = session.send("Runtime.getHeapUsage");
    return usage.get("usedSize").getAsDouble();
  }

  /** What the page says of how many chains and steps it leaves out. */
  String sampling() {
    return tab.all("sampling-notice").allTextContents().stream()
        .map(text -> text.strip().replaceAll("\\s+", " "))
        .findFirst()
        .orElse("everything is shown");
  }

  /** What came of it: milliseconds. */
  PageFigures figures(Crowd crowd) {
    JsonNode report =
        Api.parse((String) tab.page().evaluate("() => JSON.stringify(window.watch.report())"));
    return new PageFigures(
        report.at("/elapsed").asDouble(),
        numbers(report.at("/longTasks")),
        numbers(report.at("/pauses")),
        delays(report.at("/scores"), crowd));
  }

  private static double[] numbers(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .mapToDouble(JsonNode::asDouble)
        .toArray();
  }

  private static double[] delays(JsonNode scores, Crowd crowd) {
    return scores.properties().stream()
        .filter(score -> !score.getValue().isNull())
        .mapToDouble(score -> afterMs(completedAt(score.getKey(), crowd), score.getValue()))
        .toArray();
  }

  private static double afterMs(Instant completed, JsonNode seen) {
    return seen.asLong() - completed.toEpochMilli();
  }

  private static Instant completedAt(String key, Crowd crowd) {
    String[] parts = key.split(" ", -1);
    StepRef step = new StepRef(parts[0], Integer.parseInt(parts[1]));
    return crowd
        .completedAt(step)
        .orElseThrow(() -> new AssertionError("the page shows a step that nobody sent: " + step));
  }
}
