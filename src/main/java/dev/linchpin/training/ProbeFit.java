package dev.linchpin.training;

import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import dev.linchpin.probe.Probe;
import dev.linchpin.quality.Predictions;
import java.util.Random;
import java.util.stream.IntStream;

/** The search for weights: epochs over the training side, the best one by the validation side. */
final class ProbeFit {
  private static final int VALIDATION_BATCH = 64;

  private final TrainingSettings settings;
  private final Standardisation standardisation;
  private final TrainingListener listener;

  ProbeFit(TrainingSettings settings, Standardisation standardisation, TrainingListener listener) {
    this.settings = settings;
    this.standardisation = standardisation;
    this.listener = listener;
  }

  /**
   * The weights after the epoch that ranked the validation side best, the first of equals.
   *
   * @param epoch from 1
   * @param validationAuroc what it reached
   * @param probe reads standardised inputs
   */
  record Best(int epoch, double validationAuroc, Probe probe) {}

  Best run(Examples train, Examples validation) {
    Random random = new Random(settings.seed());
    BalancedEpochs orders = new BalancedEpochs(train, random);
    try (ProbeNet net = net(train.inputs(), random)) {
      Optimizer optimizer = optimizer(orders.size());
      Best best = new Best(0, -1, net.snapshot());
      for (int epoch = 1; epoch <= settings.hyperparameters().epochs(); epoch++) {
        double loss = descend(net, new Subset(train, orders.next()), optimizer, epoch);
        double auroc = auroc(net, validation);
        best = auroc > best.validationAuroc() ? new Best(epoch, auroc, net.snapshot()) : best;
        listener.epochEnded(
            new TrainingListener.Progress(epoch, settings.hyperparameters().epochs(), loss, auroc));
      }
      return best;
    }
  }

  private ProbeNet net(int inputs, Random random) {
    return switch (settings.kind()) {
      case LINEAR -> ProbeNet.linear(inputs, random);
      case MLP -> ProbeNet.mlp(inputs, settings.hyperparameters().hiddenUnits(), random);
    };
  }

  private Optimizer optimizer(int stepsPerEpoch) {
    Hyperparameters h = settings.hyperparameters();
    int batchesPerEpoch = (stepsPerEpoch + h.batchSize() - 1) / h.batchSize();
    Tracker cosine =
        Tracker.cosine()
            .setBaseValue(h.learningRate())
            .optFinalValue(0)
            .setMaxUpdates(batchesPerEpoch * h.epochs())
            .build();
    return Optimizer.adamW()
        .optLearningRateTracker(cosine)
        .optWeightDecays(h.weightDecay())
        .build();
  }

  private double descend(ProbeNet net, Examples epoch, Optimizer optimizer, int number) {
    int size = settings.hyperparameters().batchSize();
    double sum = 0;
    for (int from = 0; from < epoch.size(); from += size) {
      Examples batch = part(epoch, from, size);
      sum +=
          batch.size()
              * net.descend(standardisation.apply(batch), Labels.important(batch), optimizer);
      listener.batchEnded();
    }
    if (!Double.isFinite(sum)) {
      throw new IllegalStateException(
          "training diverged in epoch " + number + ": expected a finite loss, got " + sum);
    }
    return sum / epoch.size();
  }

  private double auroc(ProbeNet net, Examples examples) {
    double[] logits = new double[examples.size()];
    for (int from = 0; from < logits.length; from += VALIDATION_BATCH) {
      Examples batch = part(examples, from, VALIDATION_BATCH);
      float[] values = net.logits(standardisation.apply(batch));
      for (int i = 0; i < values.length; i++) {
        logits[from + i] = values[i];
      }
      listener.batchEnded();
    }
    return new Predictions(logits, Labels.important(examples)).auroc();
  }

  private static Examples part(Examples all, int from, int size) {
    return new Subset(all, IntStream.range(from, Math.min(from + size, all.size())).toArray());
  }
}
