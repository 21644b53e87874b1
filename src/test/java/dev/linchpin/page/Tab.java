package dev.linchpin.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A tab of a browser, and everything that must not happen in it. */
final class Tab implements AutoCloseable {
  private static final int PATIENCE_MS = 60_000;

  private final List<String> faults = new CopyOnWriteArrayList<>();
  private final BrowserContext context;
  private final Page page;
  private final String url;

  Tab(Browser browser, String url) {
    this.url = url;
    context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(1280, 800)
                .setLocale("en-GB")
                .setReducedMotion(ReducedMotion.REDUCE));
    context.setDefaultTimeout(PATIENCE_MS);
    page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") || message.type().equals("warning")) {
            faults.add("console: " + message.text());
          }
        });
    page.onPageError(error -> faults.add("error: " + error));
    page.onDialog(
        dialog -> {
          faults.add("dialog: " + dialog.message());
          dialog.dismiss();
        });
    page.onRequest(
        request -> {
          if (!request.url().startsWith(url + "/") && !request.url().startsWith("data:")) {
            faults.add("request: " + request.url());
          }
        });
  }

  Page page() {
    return page;
  }

  /** Opens a view: {@code "#/live"}. */
  void go(String view) {
    page.navigate(url + "/" + view);
  }

  /** The elements with a test id. */
  Locator all(String testId) {
    return page.locator("[data-testid=" + testId + "]");
  }

  /** The first of them. */
  Locator first(String testId) {
    return all(testId).first();
  }

  void screenshot(Path file) {
    page.screenshot(new Page.ScreenshotOptions().setPath(file));
  }

  void requireAccessible() {
    List<Rule> violations = new AxeBuilder(page).analyze().getViolations();
    assertThat(violations)
        .as(page.url())
        .extracting(rule -> rule.getId() + ": " + rule.getNodes())
        .isEmpty();
  }

  /** Nothing was said on the console, nobody else was asked. */
  void requireNoFaults() {
    assertThat(faults).isEmpty();
  }

  /** Faults that a test provokes, such as a refused request. */
  void forgetFaults(String beginning) {
    faults.removeIf(fault -> fault.startsWith(beginning));
  }

  @Override
  public void close() {
    context.close();
  }
}
