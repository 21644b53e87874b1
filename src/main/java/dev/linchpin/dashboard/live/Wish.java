package dev.linchpin.dashboard.live;

import dev.linchpin.dashboard.http.Params;
import java.util.Optional;

/**
 * What a subscriber wants to see.
 *
 * @param chain one chain only; empty for all
 * @param model chains of one model only; empty for all
 * @param most running chains at once, in [1, 500]: beyond that, whole chains are left out
 */
record Wish(Optional<String> chain, Optional<String> model, int most) {
  private static final int MOST = 500;
  private static final int DEFAULT = 60;

  static Wish of(Optional<String> chain, Optional<String> model, Optional<String> chains) {
    return new Wish(
        Params.text(chain), Params.text(model), Params.whole("chains", chains, 1, MOST, DEFAULT));
  }
}
