package dev.linchpin.archive;

/**
 * What an archive cannot vouch for.
 *
 * @param undecodable records that could not be decoded; they are in the archive as they are
 * @param withoutSchema records whose schema the source's registry does not have, or that name none
 * @param claimsIncluded objects of the claim store that are in the archive
 * @param claimsOutside records that claim an object that is not in the archive
 * @param scoresWithoutActivations scores whose activations are not in the archive
 * @param labelsWithoutActivations labels whose activations are not in the archive
 */
public record Losses(
    long undecodable,
    long withoutSchema,
    long claimsIncluded,
    long claimsOutside,
    long scoresWithoutActivations,
    long labelsWithoutActivations) {}
