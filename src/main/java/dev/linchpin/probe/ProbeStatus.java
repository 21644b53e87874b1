package dev.linchpin.probe;

/** The part a probe plays on the live stream. */
public enum ProbeStatus {
  /** Flags steps. */
  CHAMPION,
  /** Scores in the shadow. */
  CHALLENGER,
  /** Neither scores nor flags. */
  RETIRED
}
