package dev.linchpin.app.demo;

/** What the monitor knows when a demonstration begins. */
enum Beginning {
  /** The probe that ships with the model. */
  TRAINED,
  /** Nothing: probes come from the labels that come back. */
  COLD
}
