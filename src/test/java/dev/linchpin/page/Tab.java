package dev.linchpin.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A tab of a browser, and everything that must not happen in it. */
final class Tab implements AutoCloseable {
  private static final int PATIENCE_MS = 60_000;
  private static final String AXE = resource("/axe.min.js");

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

  /** Also of what is not on the screen. */
  void screenshotOfAll(Path file) {
    page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
  }

  /** Held against the rules of axe. */
  void requireAccessible() {
    page.evaluate(AXE);
    Object violations =
        page.evaluate(
            "async () => (await axe.run()).violations.map((rule) =>"
                + " `${rule.id}: ${rule.nodes.map((node) => node.html).join(' | ')}`)");
    assertThat((List<?>) violations).as(page.url()).isEmpty();
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

  private static String resource(String name) {
    try (InputStream file = Tab.class.getResourceAsStream(name)) {
      return new String(file.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
