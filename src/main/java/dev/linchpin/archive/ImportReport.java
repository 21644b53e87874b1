package dev.linchpin.archive;

import java.util.List;

/**
 * What an import did.
 *
 * @param topics what became of the records of every topic, in the order of an archive
 * @param schemas schemas of the archive, by topic
 * @param renumberedSchemas those of them that have another id in the target
 * @param claimsStored objects that were written to the target's claim store
 * @param claimsOutside records that claim an object that is not in the archive
 * @param scoresWithoutActivations scores whose activations are not in the archive; they keep their
 *     address, which means nothing in the target
 * @param labelsWithoutActivations labels whose activations are not in the archive
 * @param unreadable scores and labels that cannot be decoded, so that their address is not known
 */
public record ImportReport(
    List<TopicImport> topics,
    int schemas,
    int renumberedSchemas,
    long claimsStored,
    long claimsOutside,
    long scoresWithoutActivations,
    long labelsWithoutActivations,
    long unreadable) {
  public ImportReport {
    topics = List.copyOf(topics);
  }

  /**
   * What became of a topic's records: the last five numbers add up to {@code records}.
   *
   * @param name in the catalogue, without prefix
   * @param sourcePartitions how many the source had
   * @param partitions how many the target has; where it has others, a record lies where its key
   *     says
   * @param timeSetByBroker whether the target's broker gave the records its own time
   * @param records in the archive
   * @param present that the target had already
   * @param identical written as they are
   * @param renumbered written with another schema id
   * @param readdressed written with another address of their activations
   * @param leftOut not written
   */
  public record TopicImport(
      String name,
      int sourcePartitions,
      int partitions,
      boolean timeSetByBroker,
      long records,
      long present,
      long identical,
      long renumbered,
      long readdressed,
      long leftOut) {}
}
