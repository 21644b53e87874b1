package dev.linchpin.deadletters;

import java.util.List;

/** Puts records back. */
interface RedeliveryWriter {
  /** What became of each, in their order. */
  List<Outcome> write(List<Redelivery> redeliveries);
}
