package dev.linchpin.wire;

import dev.linchpin.reasoning.StepRef;
import dev.linchpin.wire.avro.ActivationsCaptured;
import dev.linchpin.wire.claim.Claim;
import dev.linchpin.wire.claim.ClaimDesk;
import dev.linchpin.wire.claim.ClaimFaultException;
import dev.linchpin.wire.claim.ObjectStore;
import dev.linchpin.wire.confluent.UndecodableRecordException;
import dev.linchpin.wire.confluent.UndecodableRecordException.Reason;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.ConfigException;

/**
 * The claim check between generated records and their bytes: on the way out a tensor over the limit
 * goes to the store and its record carries the claim, on the way in the tensor comes back. So
 * nobody behind it knows of claims.
 *
 * @param desk where tensors are left; empty if none is configured
 * @param above bytes from which on, exclusive, a tensor is left there
 */
record Claims(Optional<ClaimDesk> desk, long above) {

  /** As the settings say. */
  static Claims of(Map<String, ?> settings) {
    Object store = settings.get(WireFormat.CLAIM_STORE);
    Object above = settings.get(WireFormat.CLAIM_ABOVE);
    if (above != null && store == null) {
      throw new ConfigException(WireFormat.CLAIM_ABOVE, above, "needs " + WireFormat.CLAIM_STORE);
    }
    return new Claims(
        Optional.ofNullable(store).map(address -> new ClaimDesk(store(address))),
        above == null ? Long.MAX_VALUE : limit(above));
  }

  /**
   * The record to write.
   *
   * @throws dev.linchpin.wire.claim.ObjectStoreUnavailableException if the store is away
   */
  SpecificRecord outgoing(SpecificRecord record) {
    return record instanceof ActivationsCaptured step && step.getData().remaining() > above
        ? deposited(step)
        : record;
  }

  /**
   * The record as it was before it was written.
   *
   * @throws UndecodableRecordException if its claim cannot be redeemed
   * @throws dev.linchpin.wire.claim.ObjectStoreUnavailableException if the store is away
   */
  SpecificRecord incoming(SpecificRecord record) {
    return record instanceof ActivationsCaptured step && step.getClaim() != null
        ? redeemed(step)
        : record;
  }

  private SpecificRecord deposited(ActivationsCaptured step) {
    Claim claim = desk.orElseThrow().deposit(ref(step), step.getData());
    return with(
        new dev.linchpin.wire.avro.Claim(claim.uri(), claim.length(), claim.sha256()),
        ByteBuffer.allocate(0),
        step);
  }

  private SpecificRecord redeemed(ActivationsCaptured step) {
    dev.linchpin.wire.avro.Claim claim = step.getClaim();
    ClaimDesk open =
        desk.orElseThrow(
            () ->
                new UndecodableRecordException(
                    Reason.CLAIM_WITHOUT_STORE,
                    "expected a claim store (%s) for %s, got none configured"
                        .formatted(WireFormat.CLAIM_STORE, claim.getUri())));
    try {
      ByteBuffer content =
          open.redeem(ref(step), new Claim(claim.getUri(), claim.getLength(), claim.getSha256()));
      return with(null, content, step);
    } catch (ClaimFaultException e) {
      throw new UndecodableRecordException(reason(e.fault()), e.getMessage(), e);
    }
  }

  /** Not by the builder, which would copy the tensor. */
  private static ActivationsCaptured with(
      dev.linchpin.wire.avro.Claim claim, ByteBuffer data, ActivationsCaptured step) {
    return new ActivationsCaptured(
        step.getChainId(),
        step.getStepIndex(),
        step.getModel(),
        step.getModelFingerprint(),
        step.getCompletedAt(),
        step.getLayers(),
        step.getHidden(),
        step.getPooling(),
        step.getNormApplied(),
        step.getDtype(),
        step.getLayerNumbers(),
        step.getLayerReduction(),
        step.getPacking(),
        claim,
        data);
  }

  private static Reason reason(ClaimFaultException.Fault fault) {
    return switch (fault) {
      case MISSING -> Reason.CLAIM_MISSING;
      case MISMATCH -> Reason.CLAIM_MISMATCH;
    };
  }

  private static StepRef ref(ActivationsCaptured step) {
    return new StepRef(step.getChainId(), step.getStepIndex());
  }

  private static ObjectStore store(Object address) {
    try {
      return ObjectStore.at(address.toString());
    } catch (IllegalArgumentException e) {
      throw new ConfigException(WireFormat.CLAIM_STORE, address, e.getMessage());
    }
  }

  private static long limit(Object above) {
    try {
      long bytes = Long.parseLong(above.toString());
      if (bytes >= 0) {
        return bytes;
      }
    } catch (NumberFormatException e) {
      throw new ConfigException(WireFormat.CLAIM_ABOVE, above, "expected a number of bytes");
    }
    throw new ConfigException(WireFormat.CLAIM_ABOVE, above, "expected 0 bytes or more");
  }
}
