package dev.linchpin.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Utils;

/**
 * A benchmark: how the page and the monitor bear many steps a second. Wants the packaged program
 * and Chromium: {@code mvn test-compile exec:exec@page-load -Dpage-load.rate=500
 * -Dpage-load.seconds=120}.
 *
 * <p>Broker, registry and the model that thinks are in this process; two probes score each step.
 * Ends with an error when the monitor does or nothing is shown.
 */
public final class PageLoad {
  private static final int CHAINS = 100;
  private static final int PAUSES = 12;
  private static final int MOMENTS = 4;

  private final Tab tab;
  private final Crowd crowd;
  private final LinchpinProcess monitor;
  private final MonitorWatch server;
  private final int seconds;

  private PageLoad(Tab tab, Crowd crowd, LinchpinProcess monitor, int seconds) {
    this.tab = tab;
    this.crowd = crowd;
    this.monitor = monitor;
    this.server = new MonitorWatch(monitor);
    this.seconds = seconds;
  }

  /** Runs it and prints what came of it. */
  public static void main(String[] arguments) throws Exception {
    int rate = Integer.getInteger("page-load.rate", 500);
    int seconds = Integer.getInteger("page-load.seconds", 120);
    Path folder = Files.createTempDirectory("page-load");
    int status = 1;
    try (Chrome chrome = Chrome.start();
        Thinker thinker = new Thinker(folder);
        LinchpinProcess monitor = monitor(folder, thinker);
        Tab tab = chrome.open(monitor.url());
        Crowd crowd = new Crowd(thinker.topics(), CHAINS, rate)) {
      System.out.printf("%d steps/s for %d s, %d chains at once%n", rate, seconds, CHAINS);
      status = new PageLoad(tab, crowd, monitor, seconds).run();
    } finally {
      Utils.delete(folder.toFile());
    }
    System.exit(status);
  }

  private static LinchpinProcess monitor(Path folder, Thinker thinker) throws Exception {
    return LinchpinProcess.start(
        Map.of(),
        Stream.concat(
                Stream.of("monitor", "--state-dir", folder.resolve("state").toString()),
                Stream.of(thinker.addresses()))
            .toArray(String[]::new));
  }

  private int run() throws IOException, InterruptedException {
    tab.go("#/live");
    crowd.start();
    tab.first("step-row").waitFor();
    PageWatch page = new PageWatch(tab);
    Duration busy = server.busy();
    long steps = crowd.steps();
    long begin = System.nanoTime();
    List<Moment> moments = moments(page, begin);
    double elapsed = secondsSince(begin);
    long sent = crowd.steps() - steps;
    double cores = server.busy().minus(busy).toNanos() / 1e9 / elapsed;
    PageFigures figures = page.figures(crowd);
    System.out.printf(
        Locale.ROOT,
        "arrived             %d steps, %.1f a second%nsampling            %s%n",
        sent,
        sent / elapsed,
        page.sampling());
    System.out.printf(
        Locale.ROOT, "%smonitor             %.2f processors%n", figures.table(), cores);
    System.out.printf(
        "%s%s",
        "growth  " + Moment.HEAD.substring(8),
        moments.get(MOMENTS - 1).growthSince(moments.get(MOMENTS / 2 - 1)));
    return monitor.isAlive() && figures.scoresMs().length > 0 ? 0 : 1;
  }

  private List<Moment> moments(PageWatch page, long begin)
      throws IOException, InterruptedException {
    List<Moment> moments = new ArrayList<>();
    System.out.print(Moment.HEAD);
    for (int i = 1; i <= PAUSES; i++) {
      double due = (double) seconds * i / PAUSES;
      tab.page().waitForTimeout(Math.max(0, 1000 * (due - secondsSince(begin))));
      page.pause();
      if (i % (PAUSES / MOMENTS) == 0) {
        moments.add(moment(page, begin));
        System.out.print(moments.get(moments.size() - 1).line());
      }
    }
    return moments;
  }

  private Moment moment(PageWatch page, long begin) throws IOException, InterruptedException {
    double resident = server.resident();
    return new Moment(
        secondsSince(begin),
        page.heapAfterCollection(),
        server.heapAfterCollection(),
        resident,
        server.behind());
  }

  private static double secondsSince(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }
}
